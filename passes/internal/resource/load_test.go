package resource

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/golit"
)

var update = flag.Bool("update", false, "make library.go of library/*.yaml")

// The compiled library is what the YAML files say.
func TestLibraryIsFresh(t *testing.T) {
	names, err := filepath.Glob("library/*.yaml")
	require.NoError(t, err)
	var files []File
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		f, err := parse(filepath.Base(name), data)
		require.NoError(t, err)
		require.NoError(t, newTable().addFile(f))
		files = append(files, *f)
	}
	want, err := golit.File("resource", "library", "library/*.yaml", files)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile("library.go", want, 0o600))
	}
	got, err := os.ReadFile("library.go")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "go test ./passes/internal/resource -update makes library.go anew")
}

func TestLoadErrors(t *testing.T) {
	good := func(kind, typ, fn string) string {
		return "  - {kind: " + kind + ", check: c, type: \"" + typ + "\", noun: n, verb: v, event: e, why: w, release: [Close], acquire: [{func: " + fn + "}]}\n"
	}
	tests := []struct{ name, yaml, want string }{
		{"unknown key", "package: p\nresources:\n  - {kindd: x}\n", `[3:6] unknown field "kindd"`},
		{"missing key", "package: p\nresources:\n  - {kind: x}\n", "are required"},
		{"no release", "package: p\nresources:\n  - {kind: x, check: c, type: t, noun: n, verb: v, event: e, why: w}\n", "acquire and release need at least one entry"},
		{"duplicate function", "package: p\nresources:\n" + good("a", "t", "p.F") + good("b", "u", "p.F"), "p.F is listed twice"},
		{"duplicate type", "package: p\nresources:\n" + good("a", "t", "p.F") + good("b", "t", "p.G"), `type t already belongs to kind "a"`},
		{"unsorted", "package: p\nresources:\n" + good("b", "t", "p.F") + good("a", "u", "p.G"), "rows are not sorted"},
		{"unsorted noreturn", "package: p\nnoreturn: [b, a]\n", "noreturn is not sorted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := parse("test.yaml", []byte(tt.yaml))
			if err == nil {
				err = newTable().addFile(f)
			}
			assert.ErrorContains(t, err, tt.want)
			assert.ErrorContains(t, err, "test.yaml")
		})
	}
}
