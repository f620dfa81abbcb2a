package procexit_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/procexit"
)

func Test(t *testing.T) { passtest.Run(t, procexit.Analyzer) }
