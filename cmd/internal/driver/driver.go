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

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/stats"
)

// Options say what to run on what.
type Options struct {
	Dir       string // directory to run in; "" is the current one
	Patterns  []string
	Tags      string // build tags, as for go build
	Std       bool   // analyse the standard library
	Selection analyzers.Selection
	Config    analyzers.Config
	// StatsDir is where the processes of the run leave their times, or "".
	StatsDir string
	// overlay is the file of the go command's flag -overlay, or "".
	overlay string
	// Progress is told how many packages have been answered for. It may be nil.
	Progress func(packages int)
}

// A UsageError says that nothing could be run, and what to do about it.
type UsageError struct{ msg string }

func (e *UsageError) Error() string { return e.msg }

func usagef(format string, args ...any) error {
	return &UsageError{fmt.Sprintf(format, args...)}
}

// Run analyses the packages. Packages that could not be analysed are part of
// the result; an error means that nothing was.
func Run(o Options) (res *finding.Result, err error) {
	skipped, err := o.tolerate(func() (err error) {
		res, err = o.run()
		return err
	})
	if err != nil {
		return nil, err
	}
	if len(skipped) > 0 {
		res.Skipped = append(res.Skipped, skipped...)
		res.Sort()
	}
	return res, nil
}

// tolerate runs again what ended because the go command gave up before it ran the
// tool: with stubs of embedded files, and then without the packages that do not
// load, which it returns.
func (o *Options) tolerate(run func() error) ([]finding.Skipped, error) {
	err := run()
	var early *loadError
	if !errors.As(err, &early) {
		return nil, err
	}
	stubbed, remove := o.stubEmbeds()
	defer remove()
	if stubbed {
		if err = run(); !errors.As(err, &early) {
			return nil, err
		}
	}
	good, skipped := o.loadable()
	if len(good) == 0 || len(skipped) == 0 {
		return nil, explain(early.stderr)
	}
	o.Patterns = good
	return skipped, run()
}

// A loadError says that the go command gave up before it ran the tool.
type loadError struct{ stderr string }

func (e *loadError) Error() string { return explain(e.stderr).Error() }

func (o Options) run() (*finding.Result, error) {
	cmd, err := o.vet("-json")
	if err != nil {
		return nil, err
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, usagef("cannot run the go command: %v", err)
	}
	res, err := o.parse(stdout)
	_, _ = io.Copy(io.Discard, stdout) // lets the command end after an error
	runErr := cmd.Wait()
	if _, exited := errors.AsType[*exec.ExitError](runErr); runErr != nil && !exited {
		return nil, usagef("cannot run the go command: %v", runErr)
	}
	if _, usage := errors.AsType[*UsageError](err); usage {
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("reading the output of go vet: %w", err)
	}
	if failed := failures(stderr.String()); runErr != nil || len(failed) > 0 {
		if res.Packages == 0 && !hasPackage(failed) {
			return nil, &loadError{stderr.String()}
		}
		res.Skipped = append(res.Skipped, failed...)
		res.Skipped = append(res.Skipped, o.dependents(failed)...)
	}
	res.Sort()
	res.Dir = o.absDir()
	identify(res)
	return res, nil
}

// Fix applies the first fix of every finding to the files. With diff it
// prints a unified diff instead, and reports whether it is empty. Packages that do
// not load stay as they are.
func Fix(o Options, diff bool, out io.Writer) (clean bool, err error) {
	_, err = o.tolerate(func() (err error) {
		clean, err = o.fix(diff, out)
		return err
	})
	return clean, err
}

func (o Options) fix(diff bool, out io.Writer) (clean bool, err error) {
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
		return false, &loadError{stderr.String()}
	}
	return stdout.Len() == 0, nil
}

// vet builds the go vet command that runs the selected checks.
func (o Options) vet(flags ...string) (*exec.Cmd, error) {
	if o.Std {
		flags = append(flags, "-ownerfacts.std")
	}
	return o.tool(append(flags, o.Selection.Flags(o.Config)...)...)
}

// tool builds the go vet command that runs this binary as its tool.
func (o Options) tool(flags ...string) (*exec.Cmd, error) {
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
	args = append(args, o.buildFlags()...)
	args = append(args, "--")
	cmd := exec.Command(goCmd, append(args, o.Patterns...)...)
	cmd.Dir = o.Dir
	if o.StatsDir != "" {
		cmd.Env = append(cmd.Environ(), stats.EnvDir+"="+o.StatsDir)
	}
	return cmd, nil
}

// buildFlags are the flags that go vet and go list share.
func (o Options) buildFlags() []string {
	var flags []string
	if o.Tags != "" {
		flags = append(flags, "-tags="+o.Tags)
	}
	if o.overlay != "" {
		flags = append(flags, "-overlay="+o.overlay)
	}
	return flags
}

func (o Options) absDir() string {
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return o.Dir
	}
	return dir
}
