package unlockcheck_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/unlockcheck"
)

func Test(t *testing.T) { passtest.Run(t, unlockcheck.Analyzer) }
