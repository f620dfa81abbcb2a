package main_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func appendTo(t *testing.T, path, text string) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(path, append(data, text...), 0o644))
}

const another = `
func Another(db *sql.DB, name string) {
	lib.Save(db, name)
}
`

// A baseline holds today's findings; what comes later is reported, also after
// the lines have moved and the file has another name.
func TestBaseline(t *testing.T) {
	dir := shop(t)
	source := filepath.Join(dir, "store", "store.go")
	wrote := run(t, dir, nil, binary, "baseline", "write")
	assert.Equal(t, result{stdout: ".prodvet-baseline.json: 5 findings\n"}, wrote)
	again := run(t, filepath.Dir(dir), nil, binary, "baseline", "write", "-C", "shop")
	assert.Equal(t, "shop/.prodvet-baseline.json: 5 findings\n", again.stdout)
	assert.Equal(t, result{}, run(t, dir, nil, binary, "-baseline", ".prodvet-baseline.json"))

	data, err := os.ReadFile(source)
	require.NoError(t, err)
	require.NoError(t, os.Remove(source))
	moved := strings.Replace(string(data), "package store\n", "// Package store moved.\npackage store\n\n", 1)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "store", "moved.go"), []byte(moved+another), 0o644))
	got := run(t, dir, nil, binary, "-baseline", ".prodvet-baseline.json")
	assert.Equal(t, 1, got.code)
	assert.Equal(t, "store/moved.go:37:2: warning: the error of lib.Save is dropped: if it fails, the write is lost and nobody is told [swallowederr]\n", got.stdout)
}

func TestBaselineMistakes(t *testing.T) {
	dir := shop(t)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "bad.json"), []byte("{\n\"version\": 1,\n\"found\": []}"), 0o600))
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"-baseline", "bad.json"}, `bad.json:3: json: unknown field "found"; write the file anew`},
		{[]string{"-baseline", "none.json"}, "write one with prodvet baseline write"},
		{[]string{"-baseline", "bad.json", "-base", "HEAD"}, "-base and -baseline contradict each other"},
		{[]string{"-base", "HEAD", "-fix"}, "do not go with -base or -baseline"},
		{[]string{"-base", "HEAD"}, "-base needs a git repository"},
		{[]string{"baseline"}, "baseline takes the word write"},
		{[]string{"baseline", "write", "-fix"}, "baseline write does not go with"},
		{[]string{"-format", "xml"}, `unknown format "xml": write one of text, json, sarif, github, agent`},
		{[]string{"-format", "sarif", "-json"}, "contradict each other"},
	}
	for _, tt := range tests {
		got := run(t, dir, nil, binary, tt.args...)
		assert.Equal(t, 2, got.code, tt.args)
		assert.Contains(t, got.stderr, tt.want)
	}
	appendTo(t, filepath.Join(dir, "store", "store.go"), "\nfunc broken() int { return undefined }\n")
	got := run(t, dir, nil, binary, "baseline", "write")
	assert.Equal(t, 3, got.code)
	assert.NoFileExists(t, filepath.Join(dir, ".prodvet-baseline.json"), "it would lack what was not analysed")
}

// -base compares with a revision, without a trace in the repository.
func TestBase(t *testing.T) {
	dir := shop(t)
	git := func(args ...string) string {
		got := run(t, filepath.Dir(dir), nil, "git", append([]string{"-c", "user.name=t", "-c", "user.email=t@example.test"}, args...)...)
		require.Zero(t, got.code, got.stderr)
		return got.stdout
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "first")
	assert.Equal(t, result{}, run(t, dir, nil, binary, "-base", "HEAD"))
	appendTo(t, filepath.Join(dir, "store", "store.go"), another)
	got := run(t, dir, nil, binary, "-base", "HEAD")
	assert.Equal(t, 1, got.code, got.stderr)
	assert.Equal(t, 1, strings.Count(got.stdout, "\n"), got.stdout)
	assert.Contains(t, got.stdout, "store/store.go:35:2: warning: the error of lib.Save is dropped")
	assert.Equal(t, " M shop/store/store.go\n", git("status", "--short"))
	assert.Equal(t, 1, strings.Count(git("worktree", "list"), "\n"))

	bad := run(t, dir, nil, binary, "-base", "nope")
	assert.Equal(t, 2, bad.code)
	assert.Contains(t, bad.stderr, "not a valid object name: nope")
}

func TestUnusedIgnores(t *testing.T) {
	dir := shop(t)
	source := filepath.Join(dir, "store", "store.go")
	data, err := os.ReadFile(source)
	require.NoError(t, err)
	text := strings.Replace(string(data), "\tlib.Save(", "\t//prodvet:ignore swallowederr,ctxless the name is a hint\n\tlib.Save(", 1)
	text = strings.Replace(text, "var Port", "//prodvet:ignore envfallback any port will do\nvar Port", 1)
	require.NoError(t, os.WriteFile(source, []byte(text+"\n//prodvet:ignore rowserr\nfunc f() {}\n"), 0o644))
	got := run(t, dir, nil, binary, "./store")
	assert.NotContains(t, got.stdout, "lib.Save")
	assert.Contains(t, got.stdout, "store/store.go:36:1: warning: the directive gives no reason and silences nothing: write one behind rowserr [ignorecheck]\n")
	assert.NotContains(t, got.stdout, "silences no finding")

	got = run(t, dir, nil, binary, "-unused-ignores", "./store")
	assert.Contains(t, got.stdout, "store/store.go:32:2: warning: the directive silences no finding of ctxless: take it out [ignorecheck]\n")
	assert.Equal(t, 1, strings.Count(got.stdout, "silences no finding"), "that of a note is of use: %s", got.stdout)
	got = run(t, dir, nil, binary, "-unused-ignores", "-checks=ignorecheck,swallowederr", "./store")
	assert.NotContains(t, got.stdout, "silences no finding", "ctxless did not run")
}

// The findings of a real run pass the official schema; the other formats show
// the same ones.
func TestFormats(t *testing.T) {
	dir := shop(t)
	got := run(t, dir, nil, binary, "-format", "sarif")
	assert.Equal(t, 1, got.code)
	doc, err := sarif.FromString(got.stdout)
	require.NoError(t, err)
	require.NoError(t, doc.Validate())
	require.Len(t, doc.Runs[0].Results, 5)
	seen := make(map[string]bool)
	for _, r := range doc.Runs[0].Results {
		seen[r.PartialFingerprints["prodvet/v1"]] = true
		assert.Equal(t, *doc.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID, *r.RuleID)
	}
	assert.Len(t, seen, 5, "fingerprints differ")

	got = run(t, dir, nil, binary, "-format", "github")
	assert.Equal(t, 5, strings.Count(got.stdout, "\n"))
	got = run(t, dir, nil, binary, "-format", "agent")
	var agent struct {
		Findings []struct{ Check string }
	}
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &agent))
	require.Len(t, agent.Findings, 5)
	assert.Equal(t, "sqlclose", agent.Findings[0].Check, "an error with a fix comes first")
	assert.NotContains(t, run(t, dir, []string{"TERM=xterm"}, binary).stdout, "\x1b", "no colours in a pipe")
}

// -stats says what was analysed now, and that the rest came from the cache.
func TestStats(t *testing.T) {
	dir := shop(t)
	first := run(t, dir, nil, binary, "-stats")
	assert.Equal(t, shopText, first.stdout)
	assert.Regexp(t, `[1-9]\d* packages analysed now`, first.stderr)
	assert.Regexp(t, `ownership: [1-9]\d* functions, [1-9]\d* sites, [1-9]\d* steps, 0 sites given up`, first.stderr)
	assert.Regexp(t, `\nsqlclose +[1-9]\d* +\S+s\n`, first.stderr)
	again := run(t, dir, nil, binary, "-stats")
	assert.Equal(t, shopText, again.stdout)
	assert.Contains(t, again.stderr, "0 packages analysed now")
}

// The rows of a configuration file reach the checks: a sink, a framework, an
// effect, and a class of variables.
func TestConfigRows(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	write("go.mod", "module rows.test\n\ngo 1.26\n")
	write("web/web.go", `package web

type Ctx struct{ body []byte }

func (c *Ctx) Send(status int, body string) { c.body = append(c.body, body...) }

type Queue struct{ items []string }

func (q *Queue) Put(item string) error { q.items = append(q.items, item); return nil }

func Sign(key, text string) string { return key + text }
`)
	write("app/app.go", `package app

import (
	"errors"
	"os"

	"rows.test/web"
)

var Queue interface{ Put(string) error } = new(web.Queue)

func Order(q *web.Queue, c *web.Ctx, item string) {
	if err := store(q, item); err != nil {
		println("not stored")
	}
	c.Send(200, "ok")
}

func store(q *web.Queue, item string) error {
	if err := q.Put(item); err != nil {
		return errors.Join(err)
	}
	return nil
}

func Drop(q *web.Queue) { q.Put("order") }

func Token(text string) string { return web.Sign("d41d8cd98f00b204e9800998ecf8427e", text) }

func Code() string {
	if v := os.Getenv("ACME_DOOR"); v != "" {
		return v
	}
	return "4711-0815"
}
`)
	got := run(t, dir, nil, binary)
	assert.Equal(t, result{}, got, "without rows nothing is known of the package web")
	write(".prodvet.yaml", `sinks: [{func: rows.test/web.Sign, arg: 0, use: key}]
handlers:
  - {type: rows.test/web.Ctx, params: 2, implicit: 200, answers: [{func: (*rows.test/web.Ctx).Send, arg: 0}]}
effects: [{func: (*rows.test/web.Queue).Put, effect: write remote}]
env: [{key: ACME_.*, class: secret}]
`)
	got = run(t, dir, nil, binary)
	for _, want := range []string{
		"app/app.go:26:27: warning: the error of q.Put is dropped",
		"[secretlit]", "[envfallback]", "app/app.go:13:28: warning: when store fails, the handler answers 200",
	} {
		assert.Contains(t, got.stdout, want)
	}
}
