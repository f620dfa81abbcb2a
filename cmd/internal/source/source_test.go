package source_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/cmd/internal/source"
)

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	text := "package a\r\n\nfunc F() {\n\tx := \"é\"\n}\n\nfunc (t *T[K]) M() {}\nvar v = 1\nfunc broken( {\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.go"), []byte(text), 0o600))
	files := source.New(dir)
	assert.Equal(t, "package a", files.Line("a.go", 1))
	assert.Empty(t, files.Line("a.go", 99))
	assert.Empty(t, files.Line("none.go", 1))
	assert.Equal(t, "F", files.Function("a.go", 4))
	assert.Equal(t, "T.M", files.Function("a.go", 7))
	assert.Empty(t, files.Function("a.go", 8))
	assert.Equal(t, 9, files.Column16("a.go", 4, 10), "é is two bytes and one unit")
	assert.Equal(t, 500, files.Column16("a.go", 4, 500))
	assert.Equal(t, "F", source.New("/nowhere").Function(filepath.Join(dir, "a.go"), 4), "absolute names stay so")
}
