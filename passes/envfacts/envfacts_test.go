package envfacts_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, envfacts.Analyzer) }
