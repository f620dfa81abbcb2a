package analyzers_test

import (
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/prodvet/prodvet/analyzers"
)

// The first example of each check's documentation triggers it; the one behind
// "Instead:" does not.
func TestDocumentedExamples(t *testing.T) {
	for _, e := range analyzers.Entries() {
		t.Run(e.Analyzer.Name, func(t *testing.T) {
			wrong, rest, ok := strings.Cut(e.Analyzer.Doc, "\nInstead:\n")
			require.True(t, ok)
			assert.NotEmpty(t, findings(t, e.Analyzer, indented(wrong)), "the wrong example is not reported")
			assert.Empty(t, findings(t, e.Analyzer, indented(rest)), "the right example is reported")
		})
	}
}

// indented returns the lines of a documentation text that are code.
func indented(doc string) string {
	var b strings.Builder
	for line := range strings.Lines(doc) {
		if code, ok := strings.CutPrefix(line, "\t"); ok {
			b.WriteString(code)
		}
	}
	return b.String()
}

// imports that an example may need, by the qualifier that shows it.
var imports = map[string]string{
	"context.": "context", "sql.": "database/sql", "errors.": "errors", "fmt.": "fmt", "log.": "log", "hmac.": "crypto/hmac", "http.": "net/http",
	"io.": "io", "os.": "os", "sha256.": "crypto/sha256", "signal.": "os/signal", "sync.": "sync", "syscall.": "syscall", "time.": "time",
}

func findings(t *testing.T, a *analysis.Analyzer, body string) []analysis.Diagnostic {
	t.Helper()
	src := "package example\n"
	if strings.Contains(body, "func main()") {
		src = "package main\n"
	}
	for use, path := range imports {
		if strings.Contains(body, use) {
			src += "import \"" + path + "\"\n"
		}
	}
	formatted, err := format.Source([]byte(src + body))
	require.NoError(t, err, body)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module example.test\n\ngo 1.26\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "example.go"), formatted, 0o600))
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off")}, ".")
	require.NoError(t, err)
	require.Zero(t, packages.PrintErrors(pkgs), "the example does not compile:\n%s", formatted)
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	require.NoError(t, err)
	var out []analysis.Diagnostic
	for _, act := range graph.Roots {
		require.NoError(t, act.Err)
		out = append(out, act.Diagnostics...)
	}
	return out
}
