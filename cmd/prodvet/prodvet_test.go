package main_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// binary is prodvet, built once for all tests.
var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "prodvet-test")
	if err != nil {
		panic(err)
	}
	binary = filepath.Join(dir, "prodvet")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		panic(string(out))
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// A result is how a command ended.
type result struct {
	stdout, stderr string
	code           int
}

func run(t *testing.T, dir string, env []string, name string, args ...string) result {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOWORK=off", "GOFLAGS="), env...)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if _, ok := errors.AsType[*exec.ExitError](err); !ok {
		require.NoError(t, err)
	}
	return result{stdout.String(), stderr.String(), cmd.ProcessState.ExitCode()}
}

// shop unpacks the example service and returns the directory of its module.
func shop(t *testing.T) string {
	t.Helper()
	ar, err := txtar.ParseFile("testdata/shop.txtar")
	require.NoError(t, err)
	root := t.TempDir()
	for _, f := range ar.Files {
		path := filepath.Join(root, f.Name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, f.Data, 0o644))
	}
	return filepath.Join(root, "shop")
}

const shopText = `store/store.go:10:36: error: JWT_SECRET falls back to a secret in the source: with it unset, every deployment uses the same public value [envfallback]
store/store.go:15:15: warning: rows.Err is not asked after the last Next: a failure in the middle looks like the end of the data [rowserr]
	store/store.go:20:15: the end comes here
store/store.go:15:15: error: rows is not closed when rows.Scan fails (its connection stays checked out, and a bounded pool runs dry) [sqlclose]
	store/store.go:22:35: this branch leaves rows open
	store/store.go:23:4: rows is not closed when the function returns here
store/store.go:27:16: warning: db.Ping ignores the context in scope (ctx): when the database is slow, it runs on after the caller has given up [ctxless]
store/store.go:31:2: warning: the error of lib.Save is dropped: if it fails, the write is lost and nobody is told [swallowederr]
`

func TestText(t *testing.T) {
	dir := shop(t)
	for _, state := range []string{"cold", "warm"} {
		got := run(t, dir, nil, binary)
		assert.Equal(t, shopText, got.stdout, state)
		assert.Empty(t, got.stderr, state)
		assert.Equal(t, 1, got.code, state)
	}
}

// With an empty build cache everything is analysed anew, and the second run
// replays the go command's cache.
func TestColdCache(t *testing.T) {
	dir := shop(t)
	env := []string{"GOCACHE=" + t.TempDir()}
	cold := run(t, dir, env, binary)
	warm := run(t, dir, env, binary)
	assert.Equal(t, shopText, cold.stdout)
	assert.Equal(t, cold, warm)
}

func TestSelectionAndExitCodes(t *testing.T) {
	dir := shop(t)
	tests := []struct {
		name string
		args []string
		code int
		want string // in stdout
		err  string // in stderr
	}{
		{name: "clean package", args: []string{"./clean"}, code: 0},
		{name: "one check", args: []string{"-checks=ctxless", "./store"}, code: 1, want: "[ctxless]"},
		{name: "notes", args: []string{"-checks=all", "./store"}, code: 1, want: "note: PORT falls back to a hardcoded number"},
		{name: "directory", args: []string{"-C", "clean", "."}, code: 0},
		{name: "tags", args: []string{"-tags=x,y", "./clean"}, code: 0},
		{name: "unknown check", args: []string{"-checks=nope"}, code: 2, err: `prodvet: unknown check "nope": write one of `},
		{name: "unknown flag", args: []string{"-nope"}, code: 2, err: "prodvet help lists the flags"},
		{name: "late flag", args: []string{"./...", "-json"}, code: 2, err: "write flags first"},
		{name: "bad pattern", args: []string{"./nowhere"}, code: 2, err: "check the package patterns"},
		{name: "bad directory", args: []string{"-C", "nowhere"}, code: 2, err: "-C nowhere: no such directory"},
		{name: "json and fix", args: []string{"-json", "-fix"}, code: 2, err: "-json does not go with -fix"},
		{name: "help", args: []string{"help"}, code: 0, want: "Exit codes: 0 clean"},
		{name: "version", args: []string{"version"}, code: 0, want: "prodvet "},
		{name: "explain", args: []string{"explain", "sqlclose"}, code: 0, want: "Instead:"},
		{name: "explain nothing", args: []string{"explain"}, code: 2, err: "explain takes the name of one check"},
		{name: "explain a preset", args: []string{"explain", "all"}, code: 2, err: "is a preset"},
		{name: "explain unknown", args: []string{"explain", "nope"}, code: 2, err: "unknown check"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := run(t, dir, nil, binary, tt.args...)
			assert.Equal(t, tt.code, got.code, got.stderr)
			assert.Contains(t, got.stdout, tt.want)
			assert.Contains(t, got.stderr, tt.err)
			if tt.code == 2 {
				assert.Equal(t, 1, strings.Count(got.stderr, "\n"), "one line says what to do: %s", got.stderr)
			}
		})
	}
	assert.NotContains(t, run(t, dir, nil, binary).stdout, "_test.go", "no production event reaches a test")
}

func TestNoModuleAndNoGo(t *testing.T) {
	got := run(t, t.TempDir(), nil, binary)
	assert.Equal(t, 2, got.code)
	assert.Contains(t, got.stderr, "run prodvet inside a module, or name one with -C dir")
	got = run(t, shop(t), []string{"PATH="}, binary)
	assert.Equal(t, 2, got.code)
	assert.Contains(t, got.stderr, "no go command on PATH")
}

func TestJSON(t *testing.T) {
	got := run(t, shop(t), nil, binary, "-json", "./store")
	var doc struct {
		Version  int
		Findings []struct {
			Check, Category, Level, Message, Package string
			Position, End                            struct {
				File         string
				Line, Column int
			}
			Related []struct{ Message string }
			Fixes   []struct {
				Message string
				Edits   []struct {
					File       string
					Start, End int
					New        string
				}
			}
		}
		NotAnalysed []any `json:"not_analysed"`
	}
	require.NoError(t, json.Unmarshal([]byte(got.stdout), &doc))
	assert.Equal(t, 1, doc.Version)
	assert.Empty(t, doc.NotAnalysed)
	require.Len(t, doc.Findings, 5)
	f := doc.Findings[2]
	assert.Equal(t, "sqlclose", f.Check)
	assert.Equal(t, "sql.rows", f.Category)
	assert.Equal(t, "error", f.Level)
	assert.Equal(t, "shop.test/store", f.Package)
	assert.Equal(t, "store/store.go", f.Position.File)
	assert.Equal(t, 15, f.End.Line)
	assert.Len(t, f.Related, 2)
	require.Len(t, f.Fixes, 1)
	assert.Equal(t, "store/store.go", f.Fixes[0].Edits[0].File)
	assert.Equal(t, "\n\tdefer rows.Close()", f.Fixes[0].Edits[0].New)
}

func TestFixAndDiff(t *testing.T) {
	dir := shop(t)
	source := filepath.Join(dir, "store", "store.go")
	before, err := os.ReadFile(source)
	require.NoError(t, err)

	diff := run(t, dir, nil, binary, "-diff", "./store")
	assert.Equal(t, 1, diff.code)
	assert.Contains(t, diff.stdout, "+\tdefer rows.Close()\n")
	assert.Contains(t, diff.stdout, "+\treturn names, db.PingContext(ctx)\n")
	same, err := os.ReadFile(source)
	require.NoError(t, err)
	assert.Equal(t, before, same, "-diff changes nothing")

	fixed := run(t, dir, nil, binary, "-fix", "./store")
	assert.Equal(t, 1, fixed.code, "two findings have no fix")
	assert.NotContains(t, fixed.stdout, "[ctxless]")
	assert.NotContains(t, fixed.stdout, "store/store.go:15")
	assert.Zero(t, run(t, dir, nil, "go", "build", "./...").code)
	assert.Empty(t, run(t, dir, nil, binary, "-diff", "./store").stdout, "a second run has nothing to fix")
}

func TestPackagesThatDoNotBuild(t *testing.T) {
	dir := shop(t)
	write := func(name, src string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(src), 0o644))
	}
	write("broken/b.go", "package broken\n\nfunc F() int { return undefined }\n")
	write("uses/u.go", "package uses\n\nimport \"shop.test/broken\"\n\nvar X = broken.F()\n")
	got := run(t, dir, nil, binary)
	assert.Equal(t, 3, got.code)
	assert.Equal(t, shopText, got.stdout, "the rest is analysed")
	assert.Contains(t, got.stderr, "not analysed: shop.test/broken: broken/b.go:3:23: undefined: undefined")
	assert.Contains(t, got.stderr, "not analysed: shop.test/uses: imports shop.test/broken, which does not build")

	// Tests that do not build are those of their package only.
	write("tested/t.go", "package tested\n\nvar X = 1\n")
	write("tested/t_test.go", "package tested\n\nvar _ = undefined\n")
	write("imports/i.go", "package imports\n\nimport \"shop.test/tested\"\n\nvar X = tested.X\n")
	got = run(t, dir, nil, binary, "./tested", "./imports")
	assert.Contains(t, got.stderr, "not analysed: shop.test/tested: tested/t_test.go:3:9: undefined: undefined")
	assert.NotContains(t, got.stderr, "shop.test/imports")

	// An import that cannot be resolved ends go vet before it starts.
	write("missing/m.go", "package missing\n\nimport _ \"example.test/none\"\n")
	got = run(t, dir, nil, binary)
	assert.Equal(t, 3, got.code)
	assert.Equal(t, shopText, got.stdout)
	assert.Contains(t, got.stderr, "not analysed: shop.test/missing: ")
}

// Embedded files that were not built, such as a frontend, keep nothing from
// being analysed: the pattern of one, of several, of an empty directory, and of one
// file below another.
func TestMissingEmbeds(t *testing.T) {
	dir := shop(t)
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	write("web/web.go", `package web

import (
	"embed"
	"net/http"
)

//go:embed assets.zip
var zip string

//go:embed all:dist templates/*.html public admin admin/_next/static admin/_next/static/chunks/*.js admin/_next/static/*/*.js
var FS embed.FS

func Ping() { http.Get("http://example.test/" + zip) }
`)
	write("web/public/.gitkeep", "")
	write("uses/u.go", "package uses\n\nimport \"shop.test/web\"\n\nvar FS = web.FS\n")
	got := run(t, dir, nil, binary, "-checks=notimeout")
	assert.Empty(t, got.stderr)
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "web/web.go:14:15: warning: http.Get has no time limit")
	diff := run(t, dir, nil, binary, "-checks=notimeout", "-diff", "./...")
	assert.Equal(t, 0, diff.code, "no fix, and no failure: %s", diff.stderr)
	above := run(t, dir, nil, binary, "./uses")
	assert.Equal(t, 0, above.code, "a package alone that imports them: %s", above.stderr)
	entries, err := os.ReadDir(filepath.Join(dir, "web"))
	require.NoError(t, err)
	assert.Len(t, entries, 2, "nothing is written to the module")
}

// The binary is a vet tool: facts cross packages and modules, flags reach the
// analyzers, -json and -fix are the go command's.
func TestGoVet(t *testing.T) {
	dir := shop(t)
	got := run(t, dir, nil, "go", "vet", "-vettool="+binary, "./...")
	assert.Equal(t, 1, got.code)
	for line := range strings.Lines(shopText) {
		if !strings.HasPrefix(line, "\t") {
			_, message, _ := strings.Cut(line, ": ")
			_, message, _ = strings.Cut(message, ": ")
			message, _, _ = strings.Cut(message, " [")
			assert.Contains(t, got.stderr, message)
		}
	}
	one := run(t, dir, nil, "go", "vet", "-vettool="+binary, "-envfallback", "-envfallback.notes", "./...")
	assert.Contains(t, one.stderr, "PORT falls back")
	assert.NotContains(t, one.stderr, "db.Ping")
	asJSON := run(t, dir, nil, "go", "vet", "-json", "-vettool="+binary, "./store")
	assert.Contains(t, asJSON.stdout, `"category": "sql.rows"`)
	assert.Zero(t, run(t, dir, nil, "go", "vet", "-fix", "-vettool="+binary, "./store").code)
	source, err := os.ReadFile(filepath.Join(dir, "store", "store.go"))
	require.NoError(t, err)
	assert.Contains(t, string(source), "defer rows.Close()")
}

// Rows of the configuration file reach the engine as content, so a changed
// file gives a new answer; mistakes in it are usage errors with file and line.
func TestConfigFile(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	}
	write("go.mod", "module conf.test\n\ngo 1.26\n")
	write("pool/pool.go", "package pool\n\ntype Conn struct{}\n\nfunc (*Conn) Free() {}\n\nfunc Get() (*Conn, error) { return new(Conn), nil }\n")
	write("use/use.go", "package use\n\nimport \"conf.test/pool\"\n\nfunc Use() error {\n\tc, err := pool.Get()\n\tif err != nil {\n\t\treturn err\n\t}\n\tprintln(c)\n\treturn nil\n}\n")
	got := run(t, dir, nil, binary)
	assert.Equal(t, 0, got.code, got.stdout+got.stderr)

	row := "resources:\n  - kind: pool.conn\n    type: \"*conf.test/pool.Conn\"\n    acquire: [{func: conf.test/pool.Get}]\n    release: [Free]\n    event: the pool runs dry\n"
	write(".prodvet.yaml", row)
	got = run(t, filepath.Join(dir, "use"), nil, binary)
	assert.Equal(t, 1, got.code)
	assert.Contains(t, got.stdout, "use.go:6:12: warning: c is never released (the pool runs dry) [ioclose]")

	write(".prodvet.yaml", strings.Replace(row, "pool.Get", "pool.Got", 1))
	got = run(t, dir, nil, binary)
	assert.Equal(t, 2, got.code)
	assert.Contains(t, got.stderr, `.prodvet.yaml:2: func "conf.test/pool.Got" is not in package conf.test/pool: write one of conf.test/pool.Get`)

	write(".prodvet.yaml", "resource:\n")
	got = run(t, dir, nil, binary)
	assert.Equal(t, 2, got.code)
	assert.Contains(t, got.stderr, `.prodvet.yaml: [1:1] unknown field "resource"`)

	got = run(t, dir, nil, binary, "-config=none.yaml")
	assert.Equal(t, 2, got.code)
	assert.Contains(t, got.stderr, "none.yaml")
}

// Levels and path rules hold in the report, in -fix and in go vet.
func TestConfigRules(t *testing.T) {
	dir := shop(t)
	write := func(text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, ".prodvet.yaml"), []byte(text), 0o600))
	}
	write("checks: [rowserr, sqlclose, ctxless, envfallback]\nlevels: {rowserr: error, sqlclose: note, envfallback/number: warning, ctxless: off}\n")
	got := run(t, dir, nil, binary)
	assert.Contains(t, got.stdout, "15:15: error: rows.Err is not asked")
	assert.Contains(t, got.stdout, "warning: PORT falls back")
	for _, off := range []string{"[sqlclose]", "[ctxless]", "[swallowederr]", "note:"} {
		assert.NotContains(t, got.stdout, off)
	}
	assert.Contains(t, run(t, dir, nil, binary, "-checks=all").stdout, "note: rows is not closed")

	write("paths: [{path: store/..., ignore: [sqlclose]}, {path: nowhere/...}]\n")
	got = run(t, dir, nil, binary)
	assert.Contains(t, got.stdout, "[rowserr]")
	assert.NotContains(t, got.stdout, "[sqlclose]")
	assert.NotContains(t, run(t, dir, nil, binary, "-diff").stdout, "defer rows.Close()")
	write("paths: [{path: ./...}]\n")
	assert.Equal(t, 0, run(t, dir, nil, binary).code)
}
