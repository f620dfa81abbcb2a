package ioclose_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/ioclose"
)

func Test(t *testing.T) { passtest.Run(t, ioclose.Analyzer) }
