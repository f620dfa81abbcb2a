package sqlclose_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/sqlclose"
)

func Test(t *testing.T) { passtest.Run(t, sqlclose.Analyzer) }

// A pool that its constructor leaves open when it fails is reported on demand.
func TestStarting(t *testing.T) {
	count := func() (n int) {
		for _, act := range passtest.Analyze(t, "testdata", sqlclose.Analyzer).Roots {
			for _, d := range act.Diagnostics {
				if strings.HasSuffix(d.Category, ".start") {
					n++
				}
			}
		}
		return n
	}
	assert.Zero(t, count())
	require.NoError(t, sqlclose.Analyzer.Flags.Set("notes", "true"))
	defer func() { require.NoError(t, sqlclose.Analyzer.Flags.Set("notes", "false")) }()
	assert.Equal(t, 4, count())
}
