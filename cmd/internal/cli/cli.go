// Package cli is the command line of prodvet: flags in, report and exit code out.
package cli

import (
	"fmt"
	"io"
	"runtime/debug"

	"github.com/prodvet/prodvet/cmd/internal/env"
)

// Exit codes.
const (
	ExitClean    = 0 // nothing found
	ExitFindings = 1
	ExitUsage    = 2 // bad flags, bad pattern, no module, no go command
	ExitSkipped  = 3 // some packages could not be analysed
)

// Run executes one command line and returns the exit code.
func Run(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 {
		switch args[0] {
		case "help":
			usage(stdout)
			return ExitClean
		case "version":
			fmt.Fprintln(stdout, "prodvet", version())
			return ExitClean
		case "explain":
			return explain(args[1:], stdout, stderr)
		case "env":
			return environment(args[1:], stdout, stderr)
		case "baseline":
			return writeBaseline(args[1:], stdout, stderr)
		}
	}
	return analyse(args, stdout, stderr)
}

// environment runs prodvet env.
func environment(args []string, stdout, stderr io.Writer) int {
	clean, err := env.Run(args, stdout, stderr)
	switch {
	case err != nil:
		return fail(stderr, err)
	case !clean:
		return ExitFindings
	}
	return ExitClean
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "prodvet: %v\n", err)
	return ExitUsage
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}
