package sqlclose

import (
	_ "embed"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/edit"
	"github.com/prodvet/prodvet/passes/internal/typequery"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

//go:embed doc.go
var doc string

// Analyzer reports database resources that some path leaves open. The category
// of a finding is the kind of the resource ("sql.rows").
var Analyzer = &analysis.Analyzer{
	Name:     "sqlclose",
	Doc:      diag.Doc(doc, "sqlclose"),
	URL:      diag.URL("sqlclose"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{ownerfacts.Analyzer},
}

func run(pass *analysis.Pass) (any, error) {
	own := pass.ResultOf[ownerfacts.Analyzer].(*ownerfacts.Result)
	for _, leak := range own.Leaks("sqlclose") {
		acq := diag.FindAcquisition(pass, leak.Site, leak.Result)
		if acq == nil || typequery.Generated(pass, acq.Call.Pos()) {
			continue
		}
		d := diag.Leak(pass, leak, acq)
		// A deferred release is wrong where another path hands the resource
		// on, and piles up where the acquisition is in a loop.
		if !leak.Moved && !leak.InLoop {
			if fix := edit.DeferRelease(pass, acq, leak.Kind.Defer); fix != nil {
				d.SuggestedFixes = []analysis.SuggestedFix{*fix}
			}
		}
		pass.Report(d)
	}
	return nil, nil
}
