package main_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// command matches the commands of the README and the guides.
var command = regexp.MustCompile(`(?m)^    ((?:prodvet|go vet|go run ./cmd/prodvet) [^#\n]*|prodvet [^#\n]*)`)

// repository makes the example service a git repository with the branches that
// the guides name.
func repository(t *testing.T) string {
	t.Helper()
	dir := shop(t)
	for _, args := range [][]string{
		{"init", "-q", "-b", "main"}, {"add", "."}, {"-c", "user.name=t", "-c", "user.email=t@example.test", "commit", "-q", "-m", "first"},
		{"update-ref", "refs/remotes/origin/main", "HEAD"},
	} {
		got := run(t, filepath.Dir(dir), nil, "git", args...)
		require.Zero(t, got.code, got.stderr)
	}
	return dir
}

// Each command that the documentation tells users to run does run, in the order
// of its page: exit code 0, or 1 for findings.
func TestDocumentedCommands(t *testing.T) {
	pages, err := filepath.Glob("../../docs/*.md")
	require.NoError(t, err)
	ran := 0
	for _, page := range append([]string{"../../README.md"}, pages...) {
		text, err := os.ReadFile(page)
		require.NoError(t, err)
		dir := repository(t)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "conf.yaml"), []byte("checks: [default]\n"), 0o600))
		for _, m := range command.FindAllStringSubmatch(string(text), -1) {
			line := strings.NewReplacer("FILE", "conf.yaml", "DIR", dir).Replace(strings.TrimSpace(m[1]))
			where := dir
			if strings.HasPrefix(line, "go run ./cmd/") {
				where = "../.."
			}
			got := run(t, where, []string{"PATH=" + filepath.Dir(binary) + ":" + os.Getenv("PATH")}, "bash", "-c", line)
			assert.LessOrEqual(t, got.code, 1, "%s: %s\n%s", page, line, got.stderr)
			ran++
		}
	}
	assert.GreaterOrEqual(t, ran, 18)
}

// The hook of pre-commit builds the command from the root of the module, and
// passes flags that it takes.
func TestPreCommitHook(t *testing.T) {
	data, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	require.NoError(t, err)
	var hooks []struct {
		ID, Entry, Language string
		Args                []string
		PassFilenames       bool `yaml:"pass_filenames"`
	}
	require.NoError(t, yaml.Unmarshal(data, &hooks))
	require.Len(t, hooks, 1)
	assert.Equal(t, "golang", hooks[0].Language)
	assert.False(t, hooks[0].PassFilenames, "a package is analysed as a whole")
	bin := t.TempDir()
	require.Zero(t, run(t, "../..", []string{"GOBIN=" + bin}, "go", "install", "./cmd/"+hooks[0].Entry).code, "pre-commit runs go install ./...")
	got := run(t, shop(t), nil, filepath.Join(bin, hooks[0].Entry), hooks[0].Args...)
	assert.Equal(t, 1, got.code, got.stderr)
}

// The steps of the GitHub action annotate the findings and fail for them.
func TestAction(t *testing.T) {
	data, err := os.ReadFile("../../action.yml")
	require.NoError(t, err)
	var action struct {
		Inputs map[string]struct{ Default string }
		Runs   struct {
			Using string
			Steps []struct{ Run string }
		}
	}
	require.NoError(t, yaml.Unmarshal(data, &action))
	assert.Equal(t, "composite", action.Runs.Using)
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	env := []string{"GITHUB_ACTION_PATH=" + root, "RUNNER_TEMP=" + t.TempDir(), "PRODVET_ARGS=" + action.Inputs["args"].Default}
	dir := shop(t)
	var last result
	for _, step := range action.Runs.Steps {
		last = run(t, dir, env, "bash", "-e", "-c", step.Run)
	}
	assert.Equal(t, 1, last.code, last.stderr)
	assert.Contains(t, last.stdout, "::error file=store/store.go,line=15,")
}
