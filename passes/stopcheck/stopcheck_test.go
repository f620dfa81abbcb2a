package stopcheck_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/stopcheck"
)

func Test(t *testing.T) { passtest.Run(t, stopcheck.Analyzer) }
