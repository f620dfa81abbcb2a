// Package leakpass makes the checks that report leaks of the ownership engine:
// they differ in their documentation and in the kinds that name them.
package leakpass

import (
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/edit"
	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/typequery"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

// New returns the check called name, whose documentation is in the text of its
// doc.go. It reports the leaks of the kinds whose row names it; those in notes
// only on demand.
func New(name, doc string, notes ...string) *analysis.Analyzer {
	showNotes := false
	a := With(name, doc, func(own *ownerfacts.Result) []ownership.Leak {
		return slices.DeleteFunc(own.Leaks(name), func(l ownership.Leak) bool {
			return !showNotes && slices.Contains(notes, l.Kind.Name)
		})
	})
	if len(notes) > 0 {
		a.Flags.BoolVar(&showNotes, "notes", false, "report findings of level note too")
	}
	return a
}

// With returns a check that reports the leaks that pick chooses.
func With(name, doc string, pick func(*ownerfacts.Result) []ownership.Leak) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:     name,
		Doc:      diag.Doc(doc, name),
		URL:      diag.URL(name),
		Requires: []*analysis.Analyzer{ownerfacts.Analyzer},
		Run: diag.Guard(func(pass *analysis.Pass) (any, error) {
			own := pass.ResultOf[ownerfacts.Analyzer].(*ownerfacts.Result)
			for _, leak := range pick(own) {
				report(pass, leak)
			}
			return nil, nil
		}, nil),
	}
}

func report(pass *analysis.Pass, leak ownership.Leak) {
	acq := diag.FindAcquisition(pass, leak.Site, leak.Result)
	if acq == nil || typequery.Generated(pass, acq.Call.Pos()) || typequery.IsTest(pass, acq.Call.Pos()) {
		return
	}
	d := diag.Leak(pass, leak, acq)
	if fix := edit.Release(pass, leak, acq); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	pass.Report(d)
}
