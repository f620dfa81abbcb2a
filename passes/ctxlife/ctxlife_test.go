package ctxlife_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/ctxlife"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, ctxlife.Analyzer) }
