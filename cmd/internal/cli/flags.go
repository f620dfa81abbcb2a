package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/baseline"
	"github.com/prodvet/prodvet/cmd/internal/driver"
	"github.com/prodvet/prodvet/cmd/internal/page"
	"github.com/prodvet/prodvet/cmd/internal/report"
)

// A request is a parsed command line.
type request struct {
	driver.Options
	format         report.Format
	fix, diff      bool
	stats          bool
	baseline, base string
}

func parse(args []string) (request, error) {
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
	req.Selection.Record = fs.Lookup("unused-ignores").Value.String() == "true"
	req.Patterns = fs.Args()
	if len(req.Patterns) == 0 {
		req.Patterns = []string{"./..."}
	}
	for _, p := range req.Patterns {
		if strings.HasPrefix(p, "-") {
			return req, fmt.Errorf("flag %s stands behind a package pattern; write flags first", p)
		}
	}
	return req, req.finish(fs.Lookup("format").Value.String(), fs.Lookup("json").Value.String() == "true")
}

// finish finds the format and rejects flags that contradict each other.
func (r *request) finish(format string, asJSON bool) error {
	if asJSON {
		if format != report.Formats[0].Name && format != "json" {
			return fmt.Errorf("-json and -format=%s contradict each other; write one of them", format)
		}
		format = "json"
	}
	var ok bool
	if r.format, ok = report.Lookup(format); !ok {
		return fmt.Errorf("unknown format %q: write one of %s", format, strings.Join(formats(), ", "))
	}
	switch {
	case r.format.Complete && (r.diff || r.fix):
		return fmt.Errorf("-%s does not go with -fix or -diff; run it without them", r.format.Name)
	case r.base != "" && r.baseline != "":
		return errors.New("-base and -baseline contradict each other: both say what was there before")
	case (r.base != "" || r.baseline != "") && (r.diff || r.fix):
		return errors.New("-fix and -diff change every finding and do not go with -base or -baseline")
	}
	return nil
}

func formats() []string {
	var names []string
	for _, f := range report.Formats {
		names = append(names, f.Name)
	}
	return names
}

func flags(req *request) *flag.FlagSet {
	fs := flag.NewFlagSet("prodvet", flag.ContinueOnError)
	fs.String("checks", "", "comma-separated `list` of checks and presets to run; -name takes one out")
	fs.String("format", report.Formats[0].Name, "`name` of the format: "+strings.Join(formats(), ", "))
	fs.Bool("json", false, "short for -format=json")
	fs.BoolVar(&req.fix, "fix", false, "apply the suggested fixes, then report what is left")
	fs.BoolVar(&req.diff, "diff", false, "print the suggested fixes as a unified diff and change nothing")
	fs.StringVar(&req.baseline, "baseline", "", "report only what `file` does not hold; baseline write writes it (default there "+baseline.Name+")")
	fs.StringVar(&req.base, "base", "", "report only what was not there at a git `revision`")
	fs.Bool("unused-ignores", false, "report //prodvet:ignore directives that silence nothing")
	fs.BoolVar(&req.stats, "stats", false, "print to standard error what the passes took, of what was not in the cache")
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

func usage(w io.Writer) {
	fmt.Fprint(w, `prodvet finds Go code that works on localhost and fails in production.

Usage:
	prodvet [flags] [packages]        analyse packages (default ./...)
	prodvet baseline write [flags] [packages]
	                                  keep today's findings in a file, for -baseline
	prodvet env [flags] [packages]    list environment variables, check files of them
	prodvet explain CHECK             print the documentation of a check
	prodvet version                   print the version
	prodvet help                      print this text

Flags:
`)
	fs := flags(new(request))
	fs.SetOutput(w)
	fs.PrintDefaults()
	fmt.Fprint(w, "\nFormats:\n")
	for _, f := range report.Formats {
		fmt.Fprintf(w, "\t%-10s %s\n", f.Name, f.About)
	}
	fmt.Fprint(w, `
Presets for -checks:
	default    every check, levels error and warning
	all        every check, notes too

Checks:
`)
	for _, e := range analyzers.Entries() {
		fmt.Fprintf(w, "\t%-14s %s\n", e.Analyzer.Name, page.Summary(e))
	}
	fmt.Fprint(w, `
Exit codes: 0 clean, 1 findings, 2 usage, 3 some packages could not be analysed.
As a vet tool: go vet -vettool=$(which prodvet) ./...
`)
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
	fmt.Fprint(stdout, page.Check(e))
	return ExitClean
}
