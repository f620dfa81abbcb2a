package ignorecheck_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/ignorecheck"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, ignorecheck.Analyzer) }
