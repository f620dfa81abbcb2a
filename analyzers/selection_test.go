package analyzers_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/analyzers"
)

func TestSelect(t *testing.T) {
	all := []string{"ctxless", "envfallback", "sqlclose", "swallowederr"}
	tests := []struct {
		list  string
		on    []string
		notes bool
	}{
		{list: "", on: all},
		{list: "default", on: all},
		{list: "all", on: all, notes: true},
		{list: "sqlclose", on: []string{"sqlclose"}},
		{list: "-sqlclose", on: []string{"ctxless", "envfallback", "swallowederr"}},
		{list: "all,-ctxless, -sqlclose", on: []string{"envfallback", "swallowederr"}, notes: true},
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
	assert.ErrorContains(t, err, `unknown check "sqlclos": write one of ctxless, envfallback, sqlclose, swallowederr, default, all`)
	_, err = analyzers.Select("sqlclose,-sqlclose")
	assert.ErrorContains(t, err, "leaves no check to run")
}

func TestFlags(t *testing.T) {
	sel, err := analyzers.Select("all,-sqlclose")
	require.NoError(t, err)
	assert.Equal(t, []string{"-envfallback.notes", "-sqlclose=false", "-swallowederr.notes"}, sel.Flags())
}
