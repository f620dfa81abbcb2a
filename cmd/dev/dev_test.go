package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func module(t *testing.T, source string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module dev.test\n\ngo 1.26\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.go"), []byte(source), 0o644))
	return dir
}

const leaky = `package a

import "os"

func Size(name string) (int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	st, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return st.Size(), nil
}
`

func TestFixes(t *testing.T) {
	t.Chdir("../..")
	dir := module(t, leaky)
	tool, err := build(t.TempDir(), "./cmd/prodvet", "prodvet", "")
	require.NoError(t, err)
	r, err := fixModule(tool, dir, true)
	require.NoError(t, err)
	assert.Equal(t, fixed{findings: 1, fixes: 1, tested: 1}, r)
	assert.Equal(t, "safe (1 packages tested)", r.verdict())
}

func TestFailing(t *testing.T) {
	dir := module(t, "package a\n\nvar X = undefined\n")
	assert.Equal(t, []string{"./a.go: undefined: undefined"}, failing(dir, "build", "./..."))
	assert.Empty(t, failing(module(t, leaky), "build", "./..."))
	assert.Contains(t, fixed{problems: []string{"does not build: x"}}.verdict(), "NOT SAFE")
}

func TestCompare(t *testing.T) {
	a, b, c := seen{Fingerprint: "a", Message: "m"}, seen{Fingerprint: "b"}, seen{Fingerprint: "c"}
	other := a
	other.Message = "n"
	added, removed, changed := compare([]seen{a, b}, []seen{other, c})
	assert.Equal(t, []string{c.String()}, added)
	assert.Equal(t, []string{b.String()}, removed)
	assert.Len(t, changed, 1)
}

func TestCount(t *testing.T) {
	got, err := count("v", "# check, verdict\nsqlclose\tright\tx\nsqlclose\twrong\nctxless\tunsure\n")
	require.NoError(t, err)
	assert.Equal(t, map[string]measured{"sqlclose": {Right: 1, Wrong: 1}, "ctxless": {Unsure: 1}}, got)
	_, err = count("v", "sqlclose\ttrue\n")
	assert.ErrorContains(t, err, "v:1: write a check, a tab, and one of right, wrong, unsure")
}

// The paired runs work on a module of one package, with an edit.
func TestBench(t *testing.T) {
	t.Chdir("../..")
	dir := module(t, leaky)
	require.NoError(t, bench([]string{"-runs=1", "-edit=a.go", dir}))
	after, err := os.ReadFile(filepath.Join(dir, "a.go"))
	require.NoError(t, err)
	assert.Equal(t, leaky, string(after), "the edit is taken back")
	assert.Error(t, bench(nil))
}

func TestUsage(t *testing.T) {
	assert.ErrorContains(t, run(nil), "write one of")
	assert.ErrorContains(t, run([]string{"nope"}), `unknown command "nope"`)
	assert.Error(t, run([]string{"fixes"}))
	assert.Error(t, run([]string{"watch", "a"}))
	assert.Error(t, run([]string{"precision"}))
}

// The pages count the verdicts that the repository has.
func TestPrecisionIsFresh(t *testing.T) {
	t.Chdir("../..")
	verdicts, err := os.ReadFile("testdata/corpus/verdicts.tsv")
	require.NoError(t, err)
	want, err := count("verdicts.tsv", string(verdicts))
	require.NoError(t, err)
	data, err := os.ReadFile(precisionFile)
	require.NoError(t, err)
	var got map[string]measured
	require.NoError(t, json.Unmarshal(data, &got))
	assert.Equal(t, want, got, "go run ./cmd/dev precision testdata/corpus/verdicts.tsv")
}
