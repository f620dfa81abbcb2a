// Command dev measures prodvet on directories of Go code that are given to it.
//
//	go run ./cmd/dev bench [-runs N] DIR          cost beside a vet tool that does nothing
//	go run ./cmd/dev fixes [-tests] DIR...        apply all fixes, build, test, run again
//	go run ./cmd/dev watch BASE HEAD DIR...       what two binaries say differently
//	go run ./cmd/dev precision VERDICTS           precision per check, into the pages
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "dev:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("write one of bench, fixes, watch, precision")
	}
	switch rest := args[1:]; args[0] {
	case "bench":
		return bench(rest)
	case "fixes":
		return fixes(rest)
	case "watch":
		return watch(rest)
	case "precision":
		return precision(rest)
	}
	return fmt.Errorf("unknown command %q: write one of bench, fixes, watch, precision", args[0])
}

// build compiles a package of this module into dir and returns the binary. The
// value of main.unused makes binaries differ, and the go command caches by that.
func build(dir, pkg, name, unused string) (string, error) {
	bin := filepath.Join(dir, name)
	cmd := exec.Command("go", "build", "-ldflags", "-X main.unused="+unused, "-o", bin, pkg)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build %s: %w\n%s", pkg, err, out)
	}
	return bin, nil
}

// output runs a command in dir and returns what it printed; that it exits with
// another code than 0 is no error.
func output(dir, name string, args ...string) (stdout, stderr string, code int, err error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	err = cmd.Run()
	if _, exited := errors.AsType[*exec.ExitError](err); exited {
		err = nil
	}
	if cmd.ProcessState != nil {
		code = cmd.ProcessState.ExitCode()
	}
	return out.String(), errs.String(), code, err
}
