package localaddr_test

import (
	"testing"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/localaddr"
)

func Test(t *testing.T) { passtest.Run(t, localaddr.Analyzer) }
