package main_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"
)

// unpack writes an archive of testdata to a directory of its own.
func unpack(t *testing.T, name string) string {
	t.Helper()
	ar, err := txtar.ParseFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	root := t.TempDir()
	for _, f := range ar.Files {
		path := filepath.Join(root, f.Name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, f.Data, 0o644))
	}
	return root
}

// Code that few tests have is analysed without complaint, and the same each
// time, in a workspace and on one processor.
func TestStrangeCode(t *testing.T) {
	root := unpack(t, "strange.txtar")
	dir := filepath.Join(root, "main")
	work := "GOWORK=" + filepath.Join(root, "go.work")
	got := run(t, dir, []string{work}, binary, "-checks=all")
	assert.Empty(t, got.stderr)
	assert.Equal(t, 1, got.code)
	for _, want := range []string{
		"work/work.go:10:15: error: rows is never closed",
		"line/generated.y:101: error: rows is never closed",
	} {
		assert.Contains(t, got.stdout, want)
	}
	again := run(t, dir, []string{work, "GOMAXPROCS=1"}, binary, "-checks=all")
	assert.Equal(t, got, again)
}

// Vendored packages are read as the go command reads them.
func TestVendored(t *testing.T) {
	root := unpack(t, "strange.txtar")
	dir := filepath.Join(root, "main")
	write := func(name, text string) {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	other, err := os.ReadFile(filepath.Join(root, "other", "other.go"))
	require.NoError(t, err)
	write("vendor/other.test/other.go", string(other))
	write("vendor/modules.txt", "# other.test v0.0.0\n## explicit; go 1.26\nother.test\n")
	got := run(t, dir, nil, binary, "./work")
	assert.Empty(t, got.stderr)
	assert.Contains(t, got.stdout, "work/work.go:10:15: error: rows is never closed")
	assert.NotContains(t, got.stdout, "vendor/")
}

// A C compiler is part of cgo, and not of every machine.
func TestCgo(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module cgo.test\n\ngo 1.26\n"), 0o644))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "c.go"), []byte(`package c

// int twice(int n) { return 2 * n; }
import "C"
import "database/sql"

func Leak(db *sql.DB) (bool, error) {
	rows, err := db.Query("q", int(C.twice(2)))
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}
`), 0o644))
	got := run(t, dir, []string{"CGO_ENABLED=1", "CC=/no/compiler"}, binary)
	assert.Equal(t, 3, got.code)
	assert.Contains(t, got.stderr, `C compiler "/no/compiler" not found`, "a machine without one says so")
	compiler := strings.Fields(run(t, dir, nil, "go", "env", "CC").stdout)[0]
	if _, err := exec.LookPath(compiler); err != nil {
		t.Skipf("no C compiler here (%s)", compiler)
	}
	require.Zero(t, run(t, dir, []string{"CGO_ENABLED=1"}, "go", "build").code)
	got = run(t, dir, []string{"CGO_ENABLED=1"}, binary)
	assert.Empty(t, got.stderr)
	assert.Contains(t, got.stdout, "c.go:8:15: error: rows is never closed")
}

// A package of thousands of files, with literals and functions as generators
// write them, has its findings too.
func TestHugePackage(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	write("go.mod", "module huge.test\n\ngo 1.26\n")
	var table, long strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&table, "\t{%d, \"name%d\", []int{%d, %d}},\n", i, i, i, i+1)
	}
	write("table.go", "package huge\n\nvar table = []struct {\n\tn int\n\ts string\n\tl []int\n}{\n"+table.String()+"}\n")
	for i := range 10_000 {
		fmt.Fprintf(&long, "\tif n == %d {\n\t\tn += len(table)\n\t}\n", i)
	}
	write("long.go", "package huge\n\nimport \"database/sql\"\n\nfunc Long(db *sql.DB, n int) int {\n\trows, err := db.Query(\"q\")\n\tif err != nil {\n\t\treturn 0\n\t}\n"+long.String()+"\treturn n\n\t_ = rows\n\treturn 0\n}\n")
	for i := range 1_000 {
		write(fmt.Sprintf("f%d.go", i), fmt.Sprintf("package huge\n\nimport \"os\"\n\nfunc f%d(name string) error {\n\tf, err := os.Open(name)\n\tif err != nil {\n\t\treturn err\n\t}\n\tdefer f.Close()\n\treturn f%d(f.Name())\n}\n", i, (i+1)%1000))
	}
	write("leak.go", "package huge\n\nimport \"database/sql\"\n\nfunc Leak(db *sql.DB) (bool, error) {\n\trows, err := db.Query(\"q\")\n\tif err != nil {\n\t\treturn false, err\n\t}\n\treturn rows.Next(), nil\n}\n")
	got := run(t, dir, nil, binary)
	assert.Empty(t, got.stderr)
	assert.Contains(t, got.stdout, "leak.go:6:15: error: rows is never closed")
}
