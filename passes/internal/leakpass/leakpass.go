// Package leakpass makes the checks that report leaks of the ownership engine:
// they differ in their documentation and in the kinds that name them.
package leakpass

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

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
	showNotes := false
	a := with(name, doc, notes, func(own *ownerfacts.Result) []ownership.Leak {
		return slices.DeleteFunc(own.Leaks(name), func(l ownership.Leak) bool {
			return !showNotes && (slices.Contains(notes, l.Kind.Name) || slices.Contains(notes, category(l)))
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

// drains reports whether the loop around an acquisition reads a response to its
// end: the connection is free for the next round then.
func drains(acq *diag.Acquisition) bool {
	if acq.Var == nil {
		return false
	}
	found := false
	for _, n := range acq.Path {
		var body *ast.BlockStmt
		switch n := n.(type) {
		case *ast.ForStmt:
			body = n.Body
		case *ast.RangeStmt:
			body = n.Body
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
		if body == nil {
			continue
		}
		ast.Inspect(body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && strings.HasSuffix(types.ExprString(call.Fun), ".ReadAll") && types.ExprString(call.Args[0]) == acq.Var.Name+".Body" {
				found = true
			}
			return !found
		})
		return found
	}
	return false
}

// few is how many resources a function may collect.
const few = 16

// fewRounds reports whether the loop around an acquisition has a fixed small
// number of rounds: it ranges over a literal, a constant or an array.
func fewRounds(pass *analysis.Pass, acq *diag.Acquisition) bool {
	for _, n := range acq.Path {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.FuncDecl, *ast.FuncLit:
			return false
		case *ast.RangeStmt:
			return rounds(pass, n.X, acq) <= few
		}
	}
	return false
}

// rounds returns how often a range over x runs, more than few if unknown.
func rounds(pass *analysis.Pass, x ast.Expr, acq *diag.Acquisition) int {
	if v := pass.TypesInfo.Types[x].Value; v != nil && v.Kind() == constant.Int {
		n, _ := constant.Int64Val(v)
		return int(min(n, few+1))
	}
	if array, ok := pass.TypesInfo.TypeOf(x).Underlying().(*types.Array); ok {
		return int(min(array.Len(), few+1))
	}
	switch x := ast.Unparen(x).(type) {
	case *ast.CompositeLit:
		return len(x.Elts)
	case *ast.Ident:
		if lit := typequery.OnlyValue(pass.TypesInfo, acq.Path, x); lit != nil {
			return rounds(pass, lit, acq)
		}
	}
	return few + 1
}
