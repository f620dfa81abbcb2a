package errfacts_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, errfacts.Analyzer) }
