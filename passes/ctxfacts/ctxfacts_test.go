package ctxfacts_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/ctxfacts"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, ctxfacts.Analyzer) }
