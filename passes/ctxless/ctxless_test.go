package ctxless_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/ctxless"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, ctxless.Analyzer) }
