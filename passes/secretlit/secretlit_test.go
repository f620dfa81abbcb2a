package secretlit_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/secretlit"
)

func Test(t *testing.T) { passtest.Run(t, secretlit.Analyzer) }
