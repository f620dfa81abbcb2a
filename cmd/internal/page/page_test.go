package page_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/page"
)

var update = flag.Bool("update", false, "write the pages of docs/checks")

const dir = "../../../docs/checks"

// The pages are those that the documentation comments give, and there is none
// of a check that went.
func TestPages(t *testing.T) {
	want := map[string]string{"README.md": page.Index(analyzers.Entries())}
	for _, e := range analyzers.Entries() {
		want[e.Analyzer.Name+".md"] = page.Check(e)
	}
	if *update {
		require.NoError(t, os.RemoveAll(dir))
		require.NoError(t, os.MkdirAll(dir, 0o755))
		for name, text := range want {
			require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
		}
	}
	found, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	for _, path := range found {
		got, err := os.ReadFile(path)
		require.NoError(t, err)
		name := filepath.Base(path)
		assert.Equal(t, want[name], string(got), "%s is stale: go test ./cmd/internal/page -update", name)
		delete(want, name)
	}
	assert.Empty(t, want, "pages are missing: go test ./cmd/internal/page -update")
}

// Every page has what a user asks of it.
func TestSections(t *testing.T) {
	for _, e := range analyzers.Entries() {
		text := page.Check(e)
		for _, want := range []string{"In production: ", "For example, ", "\nInstead:\n\n```go\n", "Limits: ", "## Silence", "Since: "} {
			assert.Contains(t, text, want, e.Analyzer.Name)
		}
		assert.Zero(t, strings.Count(text, "```")%2, "%s: an open fence", e.Analyzer.Name)
		rule := page.Rule(e)
		assert.NotEmpty(t, rule.Instead, e.Analyzer.Name)
		assert.NotContains(t, rule.Instead, "Limits:", e.Analyzer.Name)
		assert.NotEmpty(t, rule.Event, e.Analyzer.Name)
	}
}
