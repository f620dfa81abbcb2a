package shutdown_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/shutdown"
)

func Test(t *testing.T) { passtest.Run(t, shutdown.Analyzer) }
