package httpclose_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/httpclose"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

func Test(t *testing.T) { passtest.Run(t, httpclose.Analyzer) }
