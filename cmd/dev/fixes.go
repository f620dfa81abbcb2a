package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// fixes applies all fixes of modules, in copies of them, and says whether they
// were safe.
func fixes(args []string) error {
	fs := flag.NewFlagSet("fixes", flag.ContinueOnError)
	tests := fs.Bool("tests", false, "run the tests of the packages that change, before and after")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() == 0 {
		return errors.New("fixes takes directories of modules")
	}
	tmp, err := os.MkdirTemp("", "prodvet-fixes")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(tmp) }()
	tool, err := build(tmp, "./cmd/prodvet", "prodvet", "")
	if err != nil {
		return err
	}
	unsafe := 0
	for i, dir := range fs.Args() {
		copied := filepath.Join(tmp, fmt.Sprint(i))
		if err := os.CopyFS(copied, os.DirFS(dir)); err != nil {
			return err
		}
		r, err := fixModule(tool, copied, *tests)
		if err != nil {
			return fmt.Errorf("%s: %w", dir, err)
		}
		fmt.Printf("%s: %d fixes in %d findings, %s\n", filepath.Base(dir), r.fixes, r.findings, r.verdict())
		if len(r.problems) > 0 {
			unsafe++
		}
		if err := os.RemoveAll(copied); err != nil {
			return err
		}
	}
	if unsafe > 0 {
		return fmt.Errorf("%d modules have fixes that are not safe", unsafe)
	}
	return nil
}

// A fixed is what became of a module.
type fixed struct {
	findings, fixes int
	tested          int
	problems        []string
}

func (f fixed) verdict() string {
	if len(f.problems) > 0 {
		return "NOT SAFE:\n\t" + strings.Join(f.problems, "\n\t")
	}
	return fmt.Sprintf("safe (%d packages tested)", f.tested)
}

func (f *fixed) problem(what, detail string) {
	if len(detail) > 1500 {
		detail = detail[:1500] + "..."
	}
	f.problems = append(f.problems, what+": "+detail)
}

// place is the package that a finding is in.
type place struct {
	Package string
	Fixes   []struct{ Message string }
}

// fixModule fixes the module in dir, which is a copy.
func fixModule(tool, dir string, tests bool) (fixed, error) {
	var r fixed
	before, err := findingsOf(tool, dir)
	if err != nil {
		return r, err
	}
	var changed []string
	for _, f := range before {
		r.findings++
		if len(f.Fixes) > 0 {
			r.fixes++
			if !slices.Contains(changed, f.Package) {
				changed = append(changed, f.Package)
			}
		}
	}
	builtBefore := failing(dir, "build", "./...")
	var testedBefore []string
	if tests && len(changed) > 0 {
		testedBefore = failing(dir, append([]string{"test", "-count=1"}, changed...)...)
		r.tested = len(changed)
	}
	if _, stderr, code, err := output(dir, tool, "-checks=all", "-fix"); err != nil || code == 2 {
		return r, errors.Join(fmt.Errorf("-fix: %s", stderr), err)
	}
	for _, line := range failing(dir, "build", "./...") {
		if !slices.Contains(builtBefore, line) {
			r.problem("does not build", line)
		}
	}
	if tests && len(changed) > 0 {
		for _, line := range failing(dir, append([]string{"test", "-count=1"}, changed...)...) {
			if !slices.Contains(testedBefore, line) {
				r.problem("a test fails", line)
			}
		}
	}
	if again, _, _, err := output(dir, tool, "-checks=all", "-diff"); err != nil {
		return r, err
	} else if again != "" {
		r.problem("a second run edits again", again)
	}
	return r, nil
}

func findingsOf(tool, dir string) ([]place, error) {
	stdout, stderr, _, err := output(dir, tool, "-checks=all", "-json")
	if err != nil {
		return nil, err
	}
	var doc struct{ Findings []place }
	if err := json.Unmarshal([]byte(stdout), &doc); err != nil {
		return nil, fmt.Errorf("%w: %s", err, stderr)
	}
	return doc.Findings, nil
}

// failure matches the lines of go build and go test that name what failed, less
// what differs from run to run.
var failure = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+: .*|--- FAIL: \S+|FAIL\t\S+)`)

// failing runs the go command and returns what failed. Lines move, so positions
// are left out of it.
func failing(dir string, args ...string) []string {
	stdout, stderr, _, err := output(dir, "go", args...)
	if err != nil {
		return []string{err.Error()}
	}
	var out []string
	for _, line := range failure.FindAllString(stdout+stderr, -1) {
		if file, rest, ok := strings.Cut(line, ".go:"); ok {
			_, rest, _ = strings.Cut(rest, ": ")
			line = file + ".go: " + rest
		}
		if !slices.Contains(out, line) {
			out = append(out, line)
		}
	}
	return out
}
