package ioclose_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/passtest"
	"github.com/prodvet/prodvet/passes/ioclose"
)

func Test(t *testing.T) { passtest.Run(t, ioclose.Analyzer) }

// A finding names the callee that could have released the resource, or else
// the branch that decides.
func TestRelated(t *testing.T) {
	var got []string
	for _, act := range passtest.Analyze(t, "testdata", ioclose.Analyzer).Roots {
		for _, d := range act.Diagnostics {
			for _, r := range d.Related {
				got = append(got, r.Message)
			}
		}
	}
	assert.Contains(t, got, "store.Count gets f and does not leave it closed")
	assert.Contains(t, got, "this branch leaves f open")
	assert.Contains(t, got, "f is not closed when the function returns here")
}

// Listeners, and clients whose constructor fails, are reported on demand only.
func TestNotes(t *testing.T) {
	count := func() (n int) {
		for _, act := range passtest.Analyze(t, "testdata", ioclose.Analyzer).Roots {
			for _, d := range act.Diagnostics {
				if slices.Contains(ioclose.Notes, d.Category) {
					n++
				}
			}
		}
		return n
	}
	assert.Zero(t, count())
	require.NoError(t, ioclose.Analyzer.Flags.Set("notes", "true"))
	defer func() { require.NoError(t, ioclose.Analyzer.Flags.Set("notes", "false")) }()
	assert.Equal(t, 5, count())
}
