package analyzers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/passes/ignorecheck"
)

// Every folder of passes with a doc.go of an analyzer is listed, and each
// listed analyzer is a folder, a package, a main file and a flag of its name.
func TestFoldersAndNames(t *testing.T) {
	var listed []string
	for _, a := range analyzers.All() {
		listed = append(listed, a.Name)
		assert.Regexp(t, `^[a-z]+$`, a.Name)
		for _, file := range []string{"doc.go", a.Name + ".go", a.Name + "_test.go", "testdata/go.mod"} {
			assert.FileExists(t, filepath.Join("../passes", a.Name, file))
		}
	}
	docs, err := filepath.Glob("../passes/*/doc.go")
	require.NoError(t, err)
	var folders []string
	for _, d := range docs {
		folders = append(folders, filepath.Base(filepath.Dir(d)))
	}
	assert.ElementsMatch(t, folders, listed)
	require.NoError(t, analysis.Validate(analyzers.All()))
}

func TestRegistryIsSorted(t *testing.T) {
	var names []string
	for _, e := range analyzers.Entries() {
		names = append(names, e.Analyzer.Name)
		assert.NotEmpty(t, e.Since)
		assert.NotEmpty(t, e.Group)
		assert.NotEmpty(t, e.Level)
	}
	assert.True(t, slices.IsSorted(names))
}

// taken are names of vet, gopls and staticcheck near our subject.
var taken = []string{
	"bodyclose", "copylock", "deferr", "errorsas", "httpresponse", "lostcancel", "nilness", "scannererr",
	"sigchanyzer", "sqlrowserr", "testinggoroutine", "unusedresult", "waitgroup", "yield",
}

func TestNamesAreFree(t *testing.T) {
	for _, a := range analyzers.All() {
		assert.NotContains(t, taken, a.Name)
	}
}

// Bazel's nogo sets flags on an analyzer and its direct requirements only.
func TestFactPassesAreRequiredDirectly(t *testing.T) {
	for _, e := range analyzers.Entries() {
		for _, r := range e.Analyzer.Requires {
			assert.True(t, len(r.Requires) == 0 || strings.HasSuffix(r.Name, "facts"), "%s requires a fact pass through %s", e.Analyzer.Name, r.Name)
		}
		assert.Empty(t, e.Analyzer.FactTypes, "%s exports facts; only fact passes do", e.Analyzer.Name)
	}
}

// A category that is off by default needs the flag that turns it on.
func TestNotesHaveAFlag(t *testing.T) {
	for _, e := range analyzers.Entries() {
		hasNote := e.Level == analyzers.Note
		for _, l := range e.Levels {
			hasNote = hasNote || l == analyzers.Note
		}
		assert.Equal(t, hasNote, e.Notes(), e.Analyzer.Name)
	}
}

var categoryConst = regexp.MustCompile(`Category\w*\s+= "([^"]+)"`)

// The categories of an entry are the constants of its package.
func TestCategories(t *testing.T) {
	for _, e := range analyzers.Entries() {
		if e.Categories == nil || e.Analyzer.Name == "envfallback" { // its categories are the classes of values
			continue
		}
		files, err := filepath.Glob(filepath.Join("../passes", e.Analyzer.Name, "*.go"))
		require.NoError(t, err)
		var declared []string
		for _, f := range files {
			data, err := os.ReadFile(f)
			require.NoError(t, err)
			for _, m := range categoryConst.FindAllStringSubmatch(string(data), -1) {
				declared = append(declared, m[1])
			}
		}
		assert.ElementsMatch(t, declared, e.Categories, e.Analyzer.Name)
		for category := range e.Levels {
			assert.Contains(t, e.Categories, category, e.Analyzer.Name)
		}
	}
}

var docSections = regexp.MustCompile(`(?s)^[a-z]+: report .*\n\nIt reports .*\n\n.*For example, .*:\n\n\t(?:func|type) .*\nInstead:\n\n\t(?:func|type) .*\nLimits: `)

func TestDocumentation(t *testing.T) {
	for _, e := range analyzers.Entries() {
		doc := e.Analyzer.Doc
		first, _, _ := strings.Cut(doc, "\n")
		name, clause, ok := strings.Cut(first, ": ")
		require.True(t, ok, "%s: first line is not \"name: clause\"", e.Analyzer.Name)
		assert.Equal(t, e.Analyzer.Name, name)
		assert.Less(t, len(clause), 60)
		assert.False(t, strings.HasSuffix(clause, "."))
		assert.Regexp(t, docSections, doc, "%s: sections are missing or out of order", name)
	}
}

// Each kind of testdata that the conventions ask for is there.
func TestTestdata(t *testing.T) {
	for _, e := range analyzers.Entries() {
		dir := filepath.Join("../passes", e.Analyzer.Name, "testdata")
		for _, sub := range []string{"basic", "interproc", "limits"} {
			assert.DirExists(t, filepath.Join(dir, sub))
		}
		assert.Regexp(t, `func (\(.*\) )?bad\w+`, sources(t, dir+"/basic"))
		assert.Regexp(t, `func (\(.*\) )?ok\w+`, sources(t, dir+"/basic"))
		assert.Regexp(t, `func (\(.*\) )?F[PN]_\w+`, sources(t, dir+"/limits"))
	}
}

func sources(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(dir + "/*.go")
	require.NoError(t, err)
	var b strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		b.Write(data)
	}
	return b.String()
}

// The README lists each check with the clause of its documentation.
func TestReadmeListsChecks(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	require.NoError(t, err)
	for _, e := range analyzers.Entries() {
		first, _, _ := strings.Cut(e.Analyzer.Doc, "\n")
		_, clause, _ := strings.Cut(first, ": report ")
		assert.Contains(t, string(readme), "| `"+e.Analyzer.Name+"` | "+clause+" |")
	}
}

// A directive may name the checks that there are.
func TestDirectiveNames(t *testing.T) {
	var names []string
	for _, e := range analyzers.Entries() {
		names = append(names, e.Analyzer.Name)
	}
	assert.Equal(t, names, ignorecheck.Names)
}
