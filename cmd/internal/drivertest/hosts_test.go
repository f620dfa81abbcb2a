package drivertest_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/prodvet/prodvet/analyzers"
)

// The hosts, built once for all tests.
var prodvet, golangci, gopls string

func TestMain(m *testing.M) {
	if dir := os.Getenv(sharedDir); dir != "" {
		if err := serveCache(dir); err != nil {
			panic(err)
		}
		return
	}
	if dir := os.Getenv(nogoDir); dir != "" {
		if err := nogoMain(dir); err != nil {
			panic(err)
		}
		return
	}
	dir, err := os.MkdirTemp("", "drivertest")
	if err != nil {
		panic(err)
	}
	prodvet, golangci, gopls = filepath.Join(dir, "prodvet"), filepath.Join(dir, "golangci-lint"), filepath.Join(dir, "gopls")
	for _, build := range [][]string{
		{"build", "-o", prodvet, "../../prodvet"},
		{"build", "-C", "../../gclbuild", "-o", golangci, "."},
		{"run", "../../goplsbuild", "-o", gopls},
	} {
		if out, err := exec.Command("go", build...).CombinedOutput(); err != nil {
			panic(fmt.Sprintf("go %s: %v\n%s", strings.Join(build, " "), err, out))
		}
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		panic(err)
	}
	os.Exit(code)
}

// run runs a host in dir and returns what it printed; findings may make it fail.
func run(t *testing.T, dir string, env []string, name string, args ...string) (stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(append(os.Environ(), "GOWORK=off", "GOFLAGS="), env...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		_, exited := errors.AsType[*exec.ExitError](err)
		require.True(t, exited, "%v", err)
	}
	return out.String(), errs.String()
}

// shop unpacks the example service and returns the directory of its module.
func shop(t *testing.T) string {
	t.Helper()
	ar, err := txtar.ParseFile("../../prodvet/testdata/shop.txtar")
	require.NoError(t, err)
	root := t.TempDir()
	for _, f := range ar.Files {
		write(t, filepath.Join(root, f.Name), string(f.Data))
	}
	return filepath.Join(root, "shop")
}

func write(t *testing.T, path, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
}

// A set holds findings as "file:line:column: check: message".
type set map[string]bool

func (s set) add(dir, file string, line, column int, check, message string) {
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsAbs(file) {
		file = rel
	}
	s[fmt.Sprintf("%s:%d:%d: %s: %s", filepath.ToSlash(file), line, column, check, message)] = true
}

// byCommand asks prodvet.
func byCommand(t *testing.T, dir, checks string) set {
	stdout, stderr := run(t, dir, nil, prodvet, "-json", "-checks="+checks, "./...")
	var doc struct {
		Findings []struct {
			Check, Message string
			Position       struct {
				File         string
				Line, Column int
			}
		}
		NotAnalysed []struct{ Package, Reason string } `json:"not_analysed"`
	}
	require.NoError(t, json.Unmarshal([]byte(stdout), &doc), stderr)
	require.Empty(t, doc.NotAnalysed)
	findings := make(set)
	for _, f := range doc.Findings {
		findings.add(dir, f.Position.File, f.Position.Line, f.Position.Column, f.Check, f.Message)
	}
	return findings
}

// byVet asks go vet, with the flags that turn the notes on.
func byVet(t *testing.T, dir string) set {
	args := []string{"vet", "-json", "-vettool=" + prodvet}
	for _, e := range analyzers.Entries() {
		if e.Notes() {
			args = append(args, "-"+e.Analyzer.Name+".notes")
		}
	}
	stdout, stderr := run(t, dir, nil, "go", append(args, "./...")...)
	findings := make(set)
	for dec := json.NewDecoder(strings.NewReader(stdout)); dec.More(); {
		var tree map[string]map[string][]struct{ Posn, Message string }
		require.NoError(t, dec.Decode(&tree), stderr)
		for _, checks := range tree {
			for check, diags := range checks {
				for _, d := range diags {
					file, line, column := splitPosition(t, d.Posn)
					findings.add(dir, file, line, column, check, d.Message)
				}
			}
		}
	}
	return findings
}

func splitPosition(t *testing.T, posn string) (file string, line, column int) {
	t.Helper()
	parts := strings.Split(posn, ":")
	require.GreaterOrEqual(t, len(parts), 3, posn)
	_, err := fmt.Sscanf(strings.Join(parts[len(parts)-2:], " "), "%d %d", &line, &column)
	require.NoError(t, err)
	return strings.Join(parts[:len(parts)-2], ":"), line, column
}

const golangciConfig = `version: "2"
linters:
  default: none
  enable: [prodvet]
  exclusions: {generated: disable}
  settings:
    custom:
      prodvet:
        type: module
        settings: %s
issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}
`

// byGolangci asks golangci-lint.
func byGolangci(t *testing.T, dir, settings string) set {
	config := filepath.Join(t.TempDir(), "golangci.yml")
	write(t, config, fmt.Sprintf(golangciConfig, settings))
	stdout, stderr := run(t, dir, []string{"GOLANGCI_LINT_CACHE=" + filepath.Dir(config)}, golangci, "run", "--config="+config,
		"--path-mode=abs", "--show-stats=false", "--output.json.path=stdout", "./...")
	var doc struct {
		Issues []struct {
			Text string
			Pos  struct {
				Filename     string
				Line, Column int
			}
		}
	}
	require.NoError(t, json.NewDecoder(strings.NewReader(stdout)).Decode(&doc), "%s%s", stdout, stderr)
	findings := make(set)
	for _, i := range doc.Issues {
		check, message, _ := strings.Cut(i.Text, ": ")
		findings.add(dir, i.Pos.Filename, i.Pos.Line, i.Pos.Column, check, message)
	}
	return findings
}

// byNogo does what the program that Bazel's nogo generates does: it takes each
// check by itself, sets flags on it and its direct requirements, and does not
// look into the standard library.
func byNogo(t *testing.T, dir string) set {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off"),
	}, "./...")
	require.NoError(t, err)
	require.Zero(t, packages.PrintErrors(pkgs))
	findings := make(set)
	for _, e := range analyzers.Entries() {
		withNotes(t, e)
		graph, err := checker.Analyze([]*analysis.Analyzer{e.Analyzer}, pkgs, nil)
		require.NoError(t, err)
		for _, act := range graph.Roots {
			require.NoError(t, act.Err)
			for _, d := range act.Diagnostics {
				p := act.Package.Fset.Position(d.Pos)
				findings.add(dir, p.Filename, p.Line, p.Column, e.Analyzer.Name, d.Message)
			}
		}
	}
	return findings
}

// withNotes turns the notes of a check on for the test.
func withNotes(t *testing.T, e analyzers.Entry) {
	if !e.Notes() {
		return
	}
	require.NoError(t, e.Analyzer.Flags.Set("notes", "true"))
	t.Cleanup(func() { require.NoError(t, e.Analyzer.Flags.Set("notes", "false")) })
}
