package envcheck_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/envcheck"
	"github.com/prodvet/prodvet/passes/internal/passtest"
)

// The testdata shows the notes too; those have messages of their own.
func Test(t *testing.T) {
	require.NoError(t, envcheck.Analyzer.Flags.Set("notes", "true"))
	passtest.Run(t, envcheck.Analyzer)
}
