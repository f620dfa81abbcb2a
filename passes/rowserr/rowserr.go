package rowserr

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/iterate"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings.
const (
	CategoryUnchecked = "unchecked" // some path never asks Err
	CategoryDropped   = "dropped"   // the result of Err goes nowhere
	CategoryWrongErr  = "wrongerr"  // another error is returned, which is nil there
)

//go:embed doc.go
var doc string

// Analyzer reports iterations whose error nobody asks for.
var Analyzer = &analysis.Analyzer{
	Name:     "rowserr",
	Doc:      diag.Doc(doc, "rowserr"),
	URL:      diag.URL("rowserr"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{errfacts.Analyzer, ssaquery.Analyzer},
}

func run(pass *analysis.Pass) (any, error) {
	errs := pass.ResultOf[errfacts.Analyzer].(*errfacts.Result)
	if !errs.Iterates() {
		return nil, nil
	}
	c := &checker{Pass: pass, errs: errs, dropped: make(map[token.Pos]bool)}
	for _, fn := range pass.ResultOf[ssaquery.Analyzer].(*ssaquery.Form).Build().Funcs {
		c.asked(fn)
		for _, u := range errs.Unasked(fn) {
			c.unasked(u)
		}
	}
	return nil, nil
}

// A checker reports for one package.
type checker struct {
	*analysis.Pass
	errs    *errfacts.Result
	dropped map[token.Pos]bool
}

func (c *checker) silent(pos token.Pos) bool {
	return !pos.IsValid() || typequery.Generated(c.Pass, pos) || typequery.IsTest(c.Pass, pos)
}

// unasked reports an iterator whose error nobody asks for.
func (c *checker) unasked(u iterate.Unasked) {
	at := u.Step
	if u.Origin != nil {
		at = u.Origin
	}
	call, path := typequery.CallAt(c.Pass, at.Pos())
	if call == nil || c.silent(call.Pos()) {
		return
	}
	name := subject(call, path, u.Origin != nil)
	d := analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: CategoryUnchecked,
		Message: fmt.Sprintf("%s.Err is not asked after the last Next: a failure in the middle looks like the end of the data", name),
	}
	if scans(u) {
		d.Message = fmt.Sprintf("%s.Err is not asked after the last Scan: a failed read or an overlong line looks like the end of the input", name)
	}
	if u.Step != nil && u.Origin != nil && u.Step.Pos().IsValid() {
		d.Related = []analysis.RelatedInformation{{Pos: u.Step.Pos(), Message: "the end comes here"}}
	}
	if fix := c.fix(u, name); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	c.Report(d)
}

// scans reports whether the iterator is a bufio.Scanner.
func scans(u iterate.Unasked) bool {
	if u.Origin == nil {
		return false
	}
	return typequery.IsNamed(u.Origin.Type(), "bufio", "Scanner")
}

// subject names the iterator: the variable that gets it, what a step is called
// on, or the call that makes it.
func subject(call *ast.CallExpr, path []ast.Node, origin bool) string {
	if !origin {
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			return typequery.Name(sel.X)
		}
		return typequery.Name(call.Fun)
	}
	if len(path) > 1 {
		switch as := path[1].(type) {
		case *ast.AssignStmt:
			if len(as.Rhs) == 1 {
				return typequery.Name(as.Lhs[0])
			}
		case *ast.ValueSpec:
			return as.Names[0].Name
		}
	}
	return "the result of " + typequery.Name(call.Fun)
}

// asked reports calls of Err whose answer is lost.
func (c *checker) asked(fn *ssa.Function) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !iterate.Asks(call.Common()) || c.silent(call.Common().Pos()) {
				continue
			}
			value, isCall := instr.(*ssa.Call)
			if !isCall || len(*value.Referrers()) == 0 {
				c.lost(call.Common().Pos(), CategoryDropped, "the answer of %s is dropped: a failure in the middle looks like the end of the data")
				continue
			}
			for _, l := range c.errs.Lost(value) {
				switch {
				case l.Claim == errpath.WrongError || l.Claim == errpath.NilReturn && !l.Logged && !l.Value:
					c.wrong(value, l)
				case l.Claim == errpath.Empty && l.Test == nil:
					c.lost(call.Common().Pos(), CategoryDropped, "the answer of %s is found and forgotten: a failure in the middle looks like the end of the data")
				}
			}
		}
	}
}

func (c *checker) lost(pos token.Pos, category, format string) {
	call, _ := typequery.CallAt(c.Pass, pos)
	if call == nil || c.dropped[pos] {
		return
	}
	c.dropped[pos] = true
	c.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Category: category, Message: fmt.Sprintf(format, typequery.Name(call.Fun))})
}

// wrong reports a return of an error that is nil where Err was not.
func (c *checker) wrong(asked *ssa.Call, l errpath.Loss) {
	for _, n := range typequery.Path(c.Pass, l.At) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || c.dropped[ret.Pos()] {
			continue
		}
		c.dropped[ret.Pos()] = true
		call, _ := typequery.CallAt(c.Pass, asked.Pos())
		if call == nil {
			return
		}
		name := typequery.Name(call.Fun)
		c.Report(analysis.Diagnostic{
			Pos: ret.Pos(), End: ret.End(), Category: CategoryWrongErr,
			Message: fmt.Sprintf("this returns a nil error where %s has found one: the caller takes a part for the whole", name),
			Related: []analysis.RelatedInformation{{Pos: call.Pos(), End: call.End(), Message: name + " is asked here"}},
		})
		return
	}
}
