package sqlclose_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/sqlclose"
)

func Test(t *testing.T) { passtest.Run(t, sqlclose.Analyzer) }
