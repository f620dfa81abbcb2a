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
	assert.Empty(t, c)

	write(filepath.Join(root, "mod", "a"), analyzers.ConfigName, "resources: []\n")
	c, err = analyzers.FindConfig(deep)
	require.NoError(t, err)
	sel, err := analyzers.Select("")
	require.NoError(t, err)
	assert.Equal(t, []string{"-ownerfacts.config=# file .prodvet.yaml\nresources: []\n"}, sel.Flags(c))
}

// Mistakes in the file are errors with its name, the line and what to write.
func TestConfigErrors(t *testing.T) {
	tests := []struct{ text, want string }{
		{"check: [all]\n", `.prodvet.yaml: [1:1] unknown field "check"; write one of checks, levels, paths, resources, sinks, handlers, effects, env at the top`},
		{"\nchecks: [nope]\n", `.prodvet.yaml:2:1: checks: unknown check "nope": write one of ctxless, `},
		{"levels:\n  nope: off\n", `.prodvet.yaml:2:3: levels: unknown check "nope": write one of `},
		{"levels:\n  rowserr/nope: off\n", `.prodvet.yaml:2:3: levels: rowserr has no category "nope": write one of unchecked, dropped, wrongerr`},
		{"levels:\n  rowser: off\n", `unknown check "rowser": write rowserr, or one of ctxless`},
		{"levels:\n  rowserr: loud\n", `.prodvet.yaml:2:3: levels: "loud" is no level: write error, warning, note or off`},
		{"paths:\n  - ignore: [rowserr]\n", `.prodvet.yaml:1:1: paths: a row needs path`},
		{"paths:\n  - path: a/...\n    ignore: [nope]\n", `.prodvet.yaml:3:14: paths: unknown check "nope"`},
		{"paths: 3\n", `.prodvet.yaml: [1:8]`},
		{"sinks:\n  - {func: x.F, use: sign}\n", `.prodvet.yaml:2:12: sinks: x.F: write use as one of key, password, dsn, address`},
		{"sinks:\n  - {func: F, use: key}\n", `.prodvet.yaml:2:12: sinks: func "F": write path.F, (path.T).M or (*path.T).M`},
		{"effects:\n  - {func: x.F, effect: all}\n", `.prodvet.yaml:2:12: effects: x.F: effect "all": write one of read, `},
		{"handlers:\n  - {type: x.Ctx}\n", `.prodvet.yaml:2:12: handlers: write type as path.T`},
		{"handlers:\n  - type: x.Ctx\n    params: 1\n    answers: [{func: (*x.Ctx).Send}]\n", `.prodvet.yaml:4:22: handlers: (*x.Ctx).Send: write status, arg or body`},
		{"env:\n  - {key: '(', class: secret}\n", `.prodvet.yaml:2:12: env: key "(": write a regular expression`},
		{"env:\n  - {key: MY_.*, class: hidden}\n", `.prodvet.yaml:2:11: env: class "hidden": write one of secret, `},
		{"env:\n  - {name: MY_.*, class: secret}\n", `.prodvet.yaml: [2:6] unknown field "name"`},
		{"resources:\n  - kind: a.b\n", `.prodvet.yaml:2: kind "a.b": `},
	}
	for _, tt := range tests {
		name := filepath.Join(t.TempDir(), analyzers.ConfigName)
		require.NoError(t, os.WriteFile(name, []byte(tt.text), 0o600))
		_, err := analyzers.ReadConfig(name)
		assert.ErrorContains(t, err, tt.want)
	}
}

func TestConfigLevels(t *testing.T) {
	c := analyzers.Config{Levels: map[string]analyzers.Level{"rowserr": analyzers.Note, "swallowederr/logonly": analyzers.Warning}}
	rowserr, _ := analyzers.Lookup("rowserr")
	swallowed, _ := analyzers.Lookup("swallowederr")
	assert.Equal(t, analyzers.Note, c.LevelOf(rowserr, "unchecked"))
	assert.Equal(t, analyzers.Warning, c.LevelOf(swallowed, "logonly"))
	assert.Equal(t, analyzers.Error, c.LevelOf(swallowed, "lostwrite"))
	sel, err := analyzers.Select("swallowederr")
	require.NoError(t, err)
	assert.Contains(t, sel.Flags(c), "-swallowederr.notes", "the check has to look for what is raised")
	assert.NotContains(t, sel.Flags(analyzers.Config{}), "-swallowederr.notes")
}
