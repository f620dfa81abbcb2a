package notimeout_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/notimeout"
)

// The testdata shows the notes too; those have messages of their own.
func Test(t *testing.T) {
	require.NoError(t, notimeout.Analyzer.Flags.Set("notes", "true"))
	passtest.Run(t, notimeout.Analyzer)
}
