package envcheck_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/envcheck"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, envcheck.Analyzer) }
