package analyzers_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/analyzers"
)

func TestSelect(t *testing.T) {
	var all []string
	for _, e := range analyzers.Entries() {
		all = append(all, e.Analyzer.Name)
	}
	without := func(names ...string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(n string) bool { return slices.Contains(names, n) })
	}
	tests := []struct {
		list  string
		on    []string
		notes bool
	}{
		{list: "", on: all},
		{list: "default", on: all},
		{list: "all", on: all, notes: true},
		{list: "sqlclose", on: []string{"sqlclose"}},
		{list: "-sqlclose", on: without("sqlclose")},
		{list: "all,-ctxless, -sqlclose", on: without("ctxless", "sqlclose"), notes: true},
	}
	for _, tt := range tests {
		sel, err := analyzers.Select(tt.list)
		require.NoError(t, err, tt.list)
		assert.Equal(t, tt.on, sel.On, tt.list)
		assert.Equal(t, tt.notes, sel.Notes, tt.list)
	}
}

func TestSelectErrors(t *testing.T) {
	_, err := analyzers.Select("sqlclos")
	assert.ErrorContains(t, err, `unknown check "sqlclos": write sqlclose, or one of ctxless, `)
	_, err = analyzers.Select("sqlclose,-sqlclose")
	assert.ErrorContains(t, err, "leaves no check to run")
}

func TestFlags(t *testing.T) {
	sel, err := analyzers.Select("all,-sqlclose")
	require.NoError(t, err)
	assert.Equal(t, []string{"-envcheck.notes", "-envfallback.notes", "-ioclose.notes", "-notimeout.notes", "-sqlclose=false", "-stopcheck.notes", "-swallowederr.notes"}, sel.Flags(analyzers.Config{}))
}
