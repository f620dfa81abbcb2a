package deferloop_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/deferloop"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, deferloop.Analyzer) }
