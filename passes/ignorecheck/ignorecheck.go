package ignorecheck

import (
	_ "embed"
	"flag"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
)

//go:embed doc.go
var doc string

// Categories of findings.
const (
	CategoryUnknown  = "unknown"
	CategoryNoReason = "noreason"
	CategoryUnused   = "unused" // reported by the command, which has seen all checks
)

// Analyzer reports directives that cannot work.
var Analyzer = &analysis.Analyzer{
	Name:  "ignorecheck",
	Doc:   diag.Doc(doc, "ignorecheck"),
	URL:   diag.URL("ignorecheck"),
	Flags: flags(),
	Run:   diag.Guard(run, nil),
}

// flags has record, which is for the command: it makes the pass list the
// directives, and every check those that silenced it.
func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&diag.RecordUses, "record", false, "list directives and their uses as findings, for a driver that looks for unused ones")
	return fs
}

// Names are the checks that a directive may name, sorted. A test holds them
// against the list of checks, which a pass cannot import.
var Names = strings.Fields(`
	ctxless ctxlife deferloop envcheck envfallback goleak httpclose ignorecheck
	ioclose localaddr notimeout procexit rowserr secretlit shutdown sqlclose
	stopcheck swallowederr unlockcheck`)

func run(pass *analysis.Pass) (any, error) {
	for _, d := range diag.Directives(pass) {
		switch problem, category := judge(d); {
		case problem != "":
			pass.Report(analysis.Diagnostic{Pos: d.Pos, End: d.End, Category: category, Message: problem})
		case diag.RecordUses:
			for _, check := range d.Checks {
				pass.Report(analysis.Diagnostic{Pos: d.Pos, End: d.End, Category: diag.DirectiveCategory, Message: check})
			}
		}
	}
	return nil, nil
}

// judge says what is wrong with a directive; nothing if problem is empty.
func judge(d diag.Directive) (problem, category string) {
	if len(d.Checks) == 0 {
		return "the directive names no check and silences nothing: write " + diag.DirectivePrefix + " CHECK REASON", CategoryUnknown
	}
	for _, check := range d.Checks {
		if !slices.Contains(Names, check) {
			return fmt.Sprintf("the directive names %q, which is no check, and silences nothing for it%s", check, near(check)), CategoryUnknown
		}
	}
	if d.Reason == "" {
		return "the directive gives no reason and silences nothing: write one behind " + strings.Join(d.Checks, ","), CategoryNoReason
	}
	return "", ""
}

// near proposes the check whose name shares the longest beginning with what was
// written.
func near(name string) string {
	best, length := "", 2
	for _, check := range Names {
		n := 0
		for n < len(check) && n < len(name) && check[n] == name[n] {
			n++
		}
		if n > length {
			best, length = check, n
		}
	}
	if best == "" {
		return ": prodvet help lists them"
	}
	return ": write " + best
}
