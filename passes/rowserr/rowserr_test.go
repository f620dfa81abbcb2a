package rowserr_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/rowserr"
)

func Test(t *testing.T) { passtest.Run(t, rowserr.Analyzer) }
