// Package leakpass makes the checks that report leaks of the ownership engine:
// they differ in their documentation and in the kinds that name them.
package leakpass

import (
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/edit"
	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/typequery"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

// New returns the check called name, whose documentation is in the text of its
// doc.go. It reports the leaks of the kinds whose row names it; those of the
// kinds and categories in notes only on demand.
func New(name, doc string, notes ...string) *analysis.Analyzer {
	return Sparing(name, doc, func(ssa.CallInstruction) bool { return false }, notes...)
}

// Sparing is New with acquisitions that the check never reports.
func Sparing(name, doc string, spared func(site ssa.CallInstruction) bool, notes ...string) *analysis.Analyzer {
	showNotes := false
	a := with(name, doc, notes, func(own *ownerfacts.Result) []ownership.Leak {
		return slices.DeleteFunc(own.Leaks(name), func(l ownership.Leak) bool {
			return spared(l.Site) || !showNotes && (slices.Contains(notes, l.Kind.Name) || slices.Contains(notes, category(l)))
		})
	})
	if len(notes) > 0 {
		a.Flags.BoolVar(&showNotes, "notes", false, "report findings of level note too")
	}
	return a
}

// With returns a check that reports the leaks that pick chooses.
func With(name, doc string, pick func(*ownerfacts.Result) []ownership.Leak) *analysis.Analyzer {
	return with(name, doc, nil, pick)
}

func with(name, doc string, notes []string, pick func(*ownerfacts.Result) []ownership.Leak) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      diag.Doc(doc, name),
		URL:      diag.URL(name),
		Requires: []*analysis.Analyzer{ownerfacts.Analyzer},
		Run: diag.Guard(func(pass *analysis.Pass) (any, error) {
			own := pass.ResultOf[ownerfacts.Analyzer].(*ownerfacts.Result)
			for _, leak := range pick(own) {
				report(pass, leak, notes)
			}
			return nil, nil
		}, nil),
	}
}

// category returns the category of a leak: its kind, or where a function that
// hands the resource on fails before it does, the kind and ".start".
func category(l ownership.Leak) string {
	if l.Moved && !l.InLoop && (l.Reason == ownership.Fails || l.Reason == ownership.Early) {
		return l.Kind.Name + ".start"
	}
	return l.Kind.Name
}

func report(pass *analysis.Pass, leak ownership.Leak, notes []string) {
	acq := diag.FindAcquisition(pass, leak.Site, leak.Result)
	if acq == nil || typequery.Generated(pass, acq.Call.Pos()) || typequery.IsTest(pass, acq.Call.Pos()) {
		return
	}
	if leak.Reason == ownership.Deferred && (fewRounds(pass, acq) || drains(acq)) {
		return
	}
	d := diag.Leak(pass, leak, acq)
	if c := category(leak); slices.Contains(notes, c) {
		d.Category = c
	}
	if fix := edit.Release(pass, leak, acq); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	pass.Report(d)
}
