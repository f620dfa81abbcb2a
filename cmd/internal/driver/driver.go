// Package driver runs the suite over packages: the go command loads, caches
// and runs in parallel; prodvet is its vet tool.
package driver

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// Options say what to run on what.
type Options struct {
	Dir       string // directory to run in; "" is the current one
	Patterns  []string
	Tags      string // build tags, as for go build
	Tests     bool   // keep findings in _test.go files
	Std       bool   // analyse the standard library
	Selection analyzers.Selection
}

// A UsageError says that nothing could be run, and what to do about it.
type UsageError struct{ msg string }

func (e *UsageError) Error() string { return e.msg }

func usagef(format string, args ...any) error {
	return &UsageError{fmt.Sprintf(format, args...)}
}

// Run analyses the packages. Packages that could not be analysed are part of
// the result; an error means that nothing was.
func Run(o Options) (*finding.Result, error) {
	cmd, err := o.vet("-json")
	if err != nil {
		return nil, err
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	runErr := cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](runErr); runErr != nil && !exited {
		return nil, usagef("cannot run the go command: %v", runErr)
	}
	res, err := parse(&stdout, o.absDir())
	if err != nil {
		return nil, fmt.Errorf("reading the output of go vet: %w", err)
	}
	failed := failures(stderr.String())
	if runErr != nil || len(failed) > 0 {
		if stdout.Len() == 0 && !hasPackage(failed) {
			return nil, explain(stderr.String())
		}
		res.Skipped = append(res.Skipped, failed...)
		res.Skipped = append(res.Skipped, o.dependents(failed)...)
	}
	if !o.Tests {
		res.Findings = withoutTests(res.Findings)
	}
	res.Sort()
	return res, nil
}

// Fix applies the first fix of every finding to the files. With diff it
// prints a unified diff instead, and reports whether it is empty.
func Fix(o Options, diff bool, out io.Writer) (clean bool, err error) {
	flags := []string{"-fix"}
	if diff {
		flags = append(flags, "-diff")
	}
	cmd, err := o.vet(flags...)
	if err != nil {
		return false, err
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	runErr := cmd.Run()
	if _, err := out.Write(stdout.Bytes()); err != nil {
		return false, err
	}
	if runErr != nil && stdout.Len() == 0 && !hasPackage(failures(stderr.String())) {
		return false, explain(stderr.String())
	}
	return stdout.Len() == 0, nil
}

// vet builds the go vet command that runs this binary as its tool.
func (o Options) vet(flags ...string) (*exec.Cmd, error) {
	goCmd, err := exec.LookPath("go")
	if err != nil {
		return nil, usagef("no go command on PATH: install Go from https://go.dev/dl, or add its bin directory to PATH")
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the prodvet binary: %w", err)
	}
	if st, err := os.Stat(o.absDir()); err != nil || !st.IsDir() {
		return nil, usagef("-C %s: no such directory", o.Dir)
	}
	args := append([]string{"vet", "-vettool=" + self}, flags...)
	if o.Tags != "" {
		args = append(args, "-tags="+o.Tags)
	}
	if o.Std {
		args = append(args, "-ownerfacts.std")
	}
	args = append(args, o.Selection.Flags()...)
	args = append(args, "--")
	cmd := exec.Command(goCmd, append(args, o.Patterns...)...)
	cmd.Dir = o.Dir
	return cmd, nil
}

func (o Options) absDir() string {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return o.Dir
	}
	return dir
}

// dependents names the packages that go vet passed over in silence because
// they import, directly or not, one that failed.
func (o Options) dependents(failed []finding.Skipped) []finding.Skipped {
	bad := make(map[string]bool)
	for _, f := range failed {
		bad[f.Package] = true
	}
	args := []string{"list", "-e", "-f", `{{.ImportPath}} {{join .Deps " "}}`}
	if o.Tags != "" {
		args = append(args, "-tags="+o.Tags)
	}
	cmd := exec.Command("go", append(append(args, "--"), o.Patterns...)...)
	cmd.Dir = o.Dir
	out, err := cmd.Output()
	if err != nil {
		return nil // the failures themselves are shown already
	}
	var skipped []finding.Skipped
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		if len(fields) == 0 || bad[fields[0]] {
			continue
		}
		for _, dep := range fields[1:] {
			if bad[dep] {
				skipped = append(skipped, finding.Skipped{Package: fields[0], Reason: "imports " + dep + ", which does not build"})
				break
			}
		}
	}
	return skipped
}

func withoutTests(all []finding.Finding) []finding.Finding {
	var kept []finding.Finding
	for _, f := range all {
		if !strings.HasSuffix(f.Position.File, "_test.go") {
			kept = append(kept, f)
		}
	}
	return kept
}
