package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/baseline"
	"github.com/prodvet/prodvet/cmd/internal/driver"
	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/page"
	"github.com/prodvet/prodvet/cmd/internal/report"
	"github.com/prodvet/prodvet/cmd/internal/stats"
)

func analyse(args []string, stdout, stderr io.Writer) int {
	req, err := parse(args)
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
	if req.stats {
		report, err := measure(&req)
		if err != nil {
			return fail(stderr, err)
		}
		defer report(stderr)
	}
	res, err := findings(req, stderr)
	if err != nil {
		return fail(stderr, err)
	}
	return write(req.format, res, stdout, stderr)
}

// measure makes the run leave its times in a directory. report prints and
// removes them.
func measure(req *request) (report func(io.Writer), err error) {
	if req.StatsDir, err = os.MkdirTemp("", "prodvet-stats"); err != nil {
		return nil, err
	}
	return func(w io.Writer) {
		sum, err := stats.Read(req.StatsDir)
		if err == nil {
			err = sum.Write(w)
		}
		if err != nil {
			fmt.Fprintf(w, "prodvet: -stats: %v\n", err)
		}
		_ = os.RemoveAll(req.StatsDir)
	}, nil
}

// findings runs the analysis and takes out what was known before.
func findings(req request, stderr io.Writer) (*finding.Result, error) {
	var known baseline.Baseline
	var err error
	if req.baseline != "" { // read first: a mistake in it costs no run
		if known, err = baseline.Read(req.baseline); err != nil {
			return nil, err
		}
	}
	res, err := run(req.Options, stderr)
	if err != nil {
		return nil, err
	}
	if req.base != "" {
		before, err := driver.RunAt(req.Options, req.base)
		if err != nil {
			return nil, err
		}
		for _, s := range before.Skipped { // all that is in it looks new
			fmt.Fprintf(stderr, "prodvet: not analysed at revision %s: %s\n", req.base, strings.TrimPrefix(s.Package+": "+s.Reason, ": "))
		}
		known = baseline.Of(before)
	}
	res.Findings = known.New(res.Findings)
	return res, nil
}

// run analyses with a sign of life on a terminal.
func run(o driver.Options, stderr io.Writer) (*finding.Result, error) {
	p := startProgress(stderr)
	defer p.stop()
	o.Progress = p.set
	res, err := driver.Run(o)
	if err != nil {
		return nil, err
	}
	for _, e := range analyzers.Entries() {
		if slices.Contains(o.Selection.On, e.Analyzer.Name) {
			res.Rules = append(res.Rules, page.Rule(e))
		}
	}
	return res, nil
}

// write prints the report; what was not analysed goes to standard error,
// unless the report holds it.
func write(format report.Format, res *finding.Result, stdout, stderr io.Writer) int {
	if err := format.Write(stdout, res); err != nil {
		return fail(stderr, err)
	}
	if !format.Complete {
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

// writeBaseline runs prodvet baseline write.
func writeBaseline(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 || args[0] != "write" {
		return fail(stderr, errors.New("baseline takes the word write: prodvet baseline write [flags] [packages]"))
	}
	req, err := parse(args[1:])
	switch {
	case errors.Is(err, flag.ErrHelp):
		usage(stdout)
		return ExitClean
	case err != nil:
		return fail(stderr, err)
	case req.fix || req.diff || req.base != "":
		return fail(stderr, errors.New("baseline write does not go with -fix, -diff or -base"))
	}
	res, err := run(req.Options, stderr)
	if err != nil {
		return fail(stderr, err)
	}
	if len(res.Skipped) > 0 { // their findings would be new in the next run
		write(report.Formats[0], &finding.Result{Skipped: res.Skipped}, stdout, stderr)
		fmt.Fprintln(stderr, "prodvet: no baseline written: it would lack what was not analysed")
		return ExitSkipped
	}
	name := req.baseline
	if name == "" {
		name = filepath.Join(req.Dir, baseline.Name)
	}
	if err := baseline.Of(res).Write(name); err != nil {
		return fail(stderr, err)
	}
	fmt.Fprintf(stdout, "%s: %d findings\n", name, len(res.Findings))
	return ExitClean
}
