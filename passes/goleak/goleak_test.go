package goleak_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/goleak"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, goleak.Analyzer) }
