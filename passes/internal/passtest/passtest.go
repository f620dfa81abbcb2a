// Package passtest runs a check over its testdata: both verdicts, facts across
// packages, golden fixes and a second run that must be silent.
//
// testdata is a module (testdata/go.mod) whose third-party requirements are
// replaced by the stubs in the repository's testdata/stubs.
package passtest

import (
	"cmp"
	"flag"
	"go/format"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// Run analyses every package of testdata with a, compares diagnostics, facts
// and fixes with what the sources want, and holds the house style.
func Run(t *testing.T, a *analysis.Analyzer) {
	t.Helper()
	dir := analysistest.TestData()
	if *update {
		updateGoldens(t, dir, a)
	}
	for _, r := range analysistest.RunWithSuggestedFixes(t, dir, a, "./...") {
		for _, d := range r.Diagnostics {
			checkStyle(t, a, d)
		}
	}
	rerunFixed(t, dir, a)
}

var lineNumber = regexp.MustCompile(`\bline \d|:\d+:\d+`)

// checkStyle holds the conventions of messages: they stand alone in every
// host, and fingerprints are made of them.
func checkStyle(t *testing.T, a *analysis.Analyzer, d analysis.Diagnostic) {
	t.Helper()
	first := []rune(d.Message)[0]
	require.False(t, strings.HasSuffix(d.Message, "."), "message ends with a period: %q", d.Message)
	require.False(t, lineNumber.MatchString(d.Message), "message holds a line number: %q", d.Message)
	require.NotContains(t, d.Message, "\n")
	require.NotContains(t, d.Message, a.Name+":", "message names its check")
	require.Less(t, len(d.Message), 240, "message is too long: %q", d.Message)
	require.False(t, unicode.IsUpper(first) && strings.HasPrefix(d.Message, "The "), "message is a sentence: %q", d.Message)
	require.NotEmpty(t, d.Category, "no category: %q", d.Message)
	require.True(t, d.End.IsValid(), "no end: %q", d.Message)
	require.LessOrEqual(t, len(d.Related), 2, "golangci-lint prints each related place as an issue")
	require.LessOrEqual(t, len(d.SuggestedFixes), 1, "golangci-lint applies all fixes, go vet the first")
	for _, f := range d.SuggestedFixes {
		require.True(t, unicode.IsUpper([]rune(f.Message)[0]), "fix is not a capitalised verb phrase: %q", f.Message)
	}
}

var update = flag.Bool("update", false, "rewrite the golden files of fixes")

// updateGoldens applies the fixes of every file and writes the results.
func updateGoldens(t *testing.T, dir string, a *analysis.Analyzer) {
	t.Helper()
	edits := make(map[string][]analysis.TextEdit)
	offset := func(p token.Pos) int { return 0 }
	for _, act := range Analyze(t, dir, a).Roots {
		fset := act.Package.Fset
		offset = func(p token.Pos) int { return fset.Position(p).Offset }
		for _, d := range act.Diagnostics {
			for _, f := range d.SuggestedFixes {
				for _, e := range f.TextEdits {
					name := fset.Position(e.Pos).Filename
					edits[name] = append(edits[name], e)
				}
			}
		}
	}
	for name, list := range edits {
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		slices.SortFunc(list, func(a, b analysis.TextEdit) int { return cmp.Compare(b.Pos, a.Pos) })
		for _, e := range list {
			src = slices.Replace(src, offset(e.Pos), offset(e.End), e.NewText...)
		}
		out, err := format.Source(src)
		require.NoError(t, err, "the fixes of %s do not parse", name)
		require.NoError(t, os.WriteFile(name+".golden", out, 0o644))
	}
}

// Analyze runs one analyzer over the packages of a testdata module.
func Analyze(t *testing.T, dir string, a *analysis.Analyzer) *checker.Graph {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule,
		Dir:  dir,
		Env:  append(os.Environ(), "GOPROXY=off", "GOWORK=off"),
	}, "./...")
	require.NoError(t, err)
	require.Zero(t, packages.PrintErrors(pkgs), "testdata does not compile")
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	require.NoError(t, err)
	for _, act := range graph.Roots {
		require.NoError(t, act.Err)
	}
	return graph
}

// rerunFixed replaces each file that has a golden by it and analyses again: the
// result must compile, and no fixed place may be reported with a fix again.
func rerunFixed(t *testing.T, dir string, a *analysis.Analyzer) {
	t.Helper()
	fixed := t.TempDir()
	goldens := copyFixed(t, dir, fixed)
	if goldens == 0 {
		return
	}
	for _, act := range Analyze(t, fixed, a).Roots {
		for _, d := range act.Diagnostics {
			require.Empty(t, d.SuggestedFixes, "%s: still wants a fix after the fix: %s", act.Package.Fset.Position(d.Pos), d.Message)
		}
	}
}

var relativeReplace = regexp.MustCompile(`=> \.\.\S*`)

// copyFixed copies a testdata module with goldens in place of their sources,
// and returns how many there are.
func copyFixed(t *testing.T, from, to string) int {
	t.Helper()
	goldens := 0
	err := filepath.WalkDir(from, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(path, ".golden") {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		source := path
		if _, err := os.Stat(path + ".golden"); err == nil {
			source = path + ".golden"
			goldens++
		}
		data, err := os.ReadFile(source)
		if err != nil {
			return err
		}
		if e.Name() == "go.mod" {
			// The replace directives are relative to where the module was.
			data = relativeReplace.ReplaceAllFunc(data, func(m []byte) []byte {
				return []byte("=> " + filepath.ToSlash(filepath.Join(from, strings.TrimPrefix(string(m), "=> "))))
			})
		}
		target := filepath.Join(to, rel)
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o644)
	})
	require.NoError(t, err)
	return goldens
}
