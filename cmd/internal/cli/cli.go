// Package cli is the command line of prodvet: flags in, report and exit code out.
package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/driver"
	"github.com/prodvet/prodvet/cmd/internal/env"
	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/report/json"
	"github.com/prodvet/prodvet/cmd/internal/report/text"
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

// A request is a parsed command line.
type request struct {
	driver.Options
	json, fix, diff bool
}

func analyse(args []string, stdout, stderr io.Writer) int {
	req, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		usage(stdout)
		return ExitClean
	}
	if err != nil {
		return fail(stderr, err)
	}
	if req.diff {
		clean, err := driver.Fix(req.Options, true, stdout)
		if err != nil {
			return fail(stderr, err)
		}
		if !clean {
			return ExitFindings
		}
		return ExitClean
	}
	if req.fix {
		if _, err := driver.Fix(req.Options, false, stdout); err != nil {
			return fail(stderr, err)
		}
	}
	res, err := driver.Run(req.Options)
	if err != nil {
		return fail(stderr, err)
	}
	return write(req, res, stdout, stderr)
}

// write prints the report; what was not analysed goes to standard error too,
// unless the report holds it.
func write(req request, res *finding.Result, stdout, stderr io.Writer) int {
	format := text.Write
	if req.json {
		format = json.Write
	}
	if err := format(stdout, res); err != nil {
		return fail(stderr, err)
	}
	if !req.json {
		for _, s := range res.Skipped {
			fmt.Fprintf(stderr, "prodvet: not analysed: %s\n", strings.TrimPrefix(s.Package+": "+s.Reason, ": "))
		}
	}
	switch {
	case len(res.Skipped) > 0:
		return ExitSkipped
	case len(res.Findings) > 0:
		return ExitFindings
	}
	return ExitClean
}

func parse(args []string, stderr io.Writer) (request, error) {
	var req request
	fs := flags(&req)
	fs.SetOutput(io.Discard) // errors are printed once, by fail
	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return req, err
		}
		return req, fmt.Errorf("%w; prodvet help lists the flags", err)
	}
	var err error
	if req.Config, err = config(fs.Lookup("config").Value.String(), req.Dir); err != nil {
		return req, err
	}
	checks := fs.Lookup("checks").Value.String()
	if checks == "" {
		checks = strings.Join(req.Config.Checks, ",")
	}
	if req.Selection, err = analyzers.Select(checks); err != nil {
		return req, err
	}
	req.Patterns = fs.Args()
	if len(req.Patterns) == 0 {
		req.Patterns = []string{"./..."}
	}
	for _, p := range req.Patterns {
		if strings.HasPrefix(p, "-") {
			return req, fmt.Errorf("flag %s stands behind a package pattern; write flags first", p)
		}
	}
	if req.json && (req.diff || req.fix) {
		return req, errors.New("-json does not go with -fix or -diff; run it without them")
	}
	return req, nil
}

func flags(req *request) *flag.FlagSet {
	fs := flag.NewFlagSet("prodvet", flag.ContinueOnError)
	fs.String("checks", "", "comma-separated `list` of checks and presets to run; -name takes one out")
	fs.BoolVar(&req.json, "json", false, "print one JSON document, described in docs/json.md")
	fs.BoolVar(&req.fix, "fix", false, "apply the suggested fixes, then report what is left")
	fs.BoolVar(&req.diff, "diff", false, "print the suggested fixes as a unified diff and change nothing")
	fs.BoolVar(&req.Std, "std", false, "analyse the standard library too, for a run over std itself")
	fs.String("config", "", "configuration `file`; without it, the nearest "+analyzers.ConfigName+" upwards in the module")
	fs.StringVar(&req.Dir, "C", "", "run in `dir`")
	fs.StringVar(&req.Tags, "tags", "", "comma-separated build `tags`")
	return fs
}

// config reads the named configuration file, or the one that holds in dir.
func config(name, dir string) (analyzers.Config, error) {
	if name != "" {
		return analyzers.ReadConfig(name)
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return analyzers.Config{}, err
	}
	return analyzers.FindConfig(dir)
}

func fail(stderr io.Writer, err error) int {
	fmt.Fprintf(stderr, "prodvet: %v\n", err)
	return ExitUsage
}

func usage(w io.Writer) {
	fmt.Fprint(w, `prodvet finds Go code that works on localhost and fails in production.

Usage:
	prodvet [flags] [packages]        analyse packages (default ./...)
	prodvet env [flags] [packages]    list environment variables, check files of them
	prodvet explain CHECK             print the documentation of a check
	prodvet version                   print the version
	prodvet help                      print this text

Flags:
`)
	fs := flags(new(request))
	fs.SetOutput(w)
	fs.PrintDefaults()
	fmt.Fprint(w, `
Presets for -checks:
	default    every check, levels error and warning
	all        every check, notes too

Checks:
`)
	for _, e := range analyzers.Entries() {
		fmt.Fprintf(w, "\t%-14s %s\n", e.Analyzer.Name, summary(e.Analyzer.Doc))
	}
	fmt.Fprint(w, `
Exit codes: 0 clean, 1 findings, 2 usage, 3 some packages could not be analysed.
As a vet tool: go vet -vettool=$(which prodvet) ./...
`)
}

// summary is the clause behind "name: " in the first line of a check's text.
func summary(doc string) string {
	first, _, _ := strings.Cut(doc, "\n")
	_, clause, _ := strings.Cut(first, ": ")
	return clause
}

func explain(args []string, stdout, stderr io.Writer) int {
	if len(args) != 1 {
		return fail(stderr, errors.New("explain takes the name of one check; prodvet help lists them"))
	}
	if _, err := analyzers.Select(args[0]); err != nil {
		return fail(stderr, err)
	}
	e, ok := analyzers.Lookup(args[0])
	if !ok {
		return fail(stderr, fmt.Errorf("%q is a preset and not a check; prodvet help lists both", args[0]))
	}
	fmt.Fprintln(stdout, e.Analyzer.Doc)
	fmt.Fprintf(stdout, "\nGroup: %s. Level: %s.", e.Group, e.Level)
	if e.Notes() {
		fmt.Fprintf(stdout, " Notes are off by default: -checks=all, or -%s.notes as a vet tool.", e.Analyzer.Name)
	}
	fmt.Fprintln(stdout)
	return ExitClean
}

func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(unknown)"
	}
	return info.Main.Version
}
