package analyzers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/analyzers"
)

var yamlBlock = regexp.MustCompile("(?s)```yaml\n(.*?)```")

// The example of the documentation is a configuration.
func TestDocumentedConfig(t *testing.T) {
	doc, err := os.ReadFile("../docs/config.md")
	require.NoError(t, err)
	blocks := yamlBlock.FindAllSubmatch(doc, -1)
	require.NotEmpty(t, blocks)
	for _, b := range blocks {
		name := filepath.Join(t.TempDir(), analyzers.ConfigName)
		require.NoError(t, os.WriteFile(name, b[1], 0o600))
		_, err := analyzers.ReadConfig(name)
		assert.NoError(t, err, "%s", b[1])
	}
}

// The nearest file upwards counts, and the search ends at the module's root.
func TestFindConfig(t *testing.T) {
	root := t.TempDir()
	deep := filepath.Join(root, "mod", "a", "b")
	require.NoError(t, os.MkdirAll(deep, 0o755))
	write := func(dir, name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	write(root, analyzers.ConfigName, "nonsense: true\n") // above the module
	write(filepath.Join(root, "mod"), "go.mod", "module m\n")
	c, err := analyzers.FindConfig(deep)
	require.NoError(t, err)
	assert.Empty(t, c.Flags())

	write(filepath.Join(root, "mod", "a"), analyzers.ConfigName, "resources: []\n")
	c, err = analyzers.FindConfig(deep)
	require.NoError(t, err)
	assert.Equal(t, []string{"-ownerfacts.resources=# file .prodvet.yaml\nresources: []\n"}, c.Flags())
}
