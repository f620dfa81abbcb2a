package swallowederr

import (
	"fmt"
	"go/ast"
	"go/types"
	"regexp"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// how a call loses its error.
type how uint8

const (
	plain    how = iota // f()
	blank               // _ = f()
	started             // go f()
	deferred            // defer f()
)

// lost judges a statement that does not take the error of the call e.
func (c *checker) lost(cur inspector.Cursor, e ast.Expr, how how) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok || !errflow.ReturnsError(c.TypesInfo, call) && !flushes(c.TypesInfo, call) {
		return
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || underFailure(c.TypesInfo, cur) {
		return
	}
	if category, what := c.finalWrite(cur, call, fn); category != "" {
		if category != CategoryLostFile || notes {
			c.report(call, category, what+c.claim(cur))
		}
		return
	}
	if commits[fn.FullName()] || cleansUp[fn.Name()] || c.effects.Told(fn) {
		return
	}
	c.dropped(cur, call, fn, how)
}

// cleansUp names the functions whose failure is not the caller's concern.
var cleansUp = map[string]bool{
	"Close": true, "Remove": true, "RemoveAll": true, "Rollback": true, "Shutdown": true,
	"Stop": true, "Cleanup": true, "Unlock": true, "Release": true, "Kill": true,
	// A lost acknowledgement means that the message comes again.
	"Ack": true, "AckSync": true, "Nack": true, "Nak": true, "Term": true,
}

// bookkeeping matches functions that note when something was last used: the
// next use writes it again.
var bookkeeping = regexp.MustCompile(`(?i)^touch|last_?(seen|used|login|access|active|visit)|used_?(at|timestamp)|heartbeat`)

func (c *checker) dropped(cur inspector.Cursor, call *ast.CallExpr, fn *types.Func, how how) {
	effect := c.effectOf(fn)
	name := types.ExprString(call.Fun)
	switch {
	case effect&errflow.Write != 0 && (how == started || how == blank && inGoroutine(cur)):
		if notes {
			c.report(call, CategoryDroppedGo, fmt.Sprintf("the error of %s is dropped by the goroutine: if it fails, the write is lost and nobody is told", name))
		}
	case effect&errflow.Write != 0 && (bookkeeping.MatchString(fn.Name()) || !writesData(c.TypesInfo, call)):
	case effect&errflow.Write != 0:
		c.report(call, CategoryDropped, fmt.Sprintf("the error of %s is dropped: if it fails, the write is lost%s", name, c.claim(cur)))
	case effect&errflow.Read != 0 && notes && how != started:
		c.report(call, CategoryDroppedRead, fmt.Sprintf("the error of %s is dropped: if it fails, the code goes on with missing data", name))
	}
}

// claim says what the program does after the failure.
func (c *checker) claim(cur inspector.Cursor) string {
	if canFail(enclosingResults(c.TypesInfo, cur)) {
		return " and the function still returns success"
	}
	return " and nobody is told"
}

// underFailure reports whether the statement is on a path that already handles
// an error: inside the body of "if err != nil", or of an else of its opposite.
func underFailure(info *types.Info, cur inspector.Cursor) bool {
	for c := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		if _, ok := c.Node().(*ast.IfStmt); !ok {
			return false // beyond the function
		}
		if failing(info, c, cur) != nil {
			return true
		}
	}
	return false
}

// failing returns the error variable that the if statement found non-nil where
// cur is, or nil.
func failing(info *types.Info, ifStmt, cur inspector.Cursor) *types.Var {
	n := ifStmt.Node().(*ast.IfStmt)
	v, isNil := typequery.ErrorTest(info, n.Cond)
	if v == nil {
		return nil
	}
	inBody := n.Body.Pos() <= cur.Node().Pos() && cur.Node().End() <= n.Body.End()
	inElse := n.Else != nil && n.Else.Pos() <= cur.Node().Pos() && cur.Node().End() <= n.Else.End()
	if inBody && !isNil || inElse && isNil {
		return v
	}
	return nil
}

// purpose matches comments that say why an error is ignored.
var purpose = regexp.MustCompile(`(?i)\b(ignor|best[- ]?effort|non[- ]?fatal|non[- ]?critical|not (fatal|critical|an error|a problem)|optional|expected|harmless|on purpose|intention|deliberate|don'?t (care|fail|return)|do not (care|fail|return)|never fail|cannot fail|can'?t fail|no error|safe to|nolint|prodvet:ignore|swallow|fall ?back|skip)`)

// intended reports whether a comment on the line of n, or on the one above,
// says that the error is ignored on purpose.
func intended(pass *analysis.Pass, n ast.Node) bool {
	f := typequery.File(pass, n.Pos())
	if f == nil {
		return false
	}
	line := pass.Fset.Position(n.Pos()).Line
	for _, group := range f.Comments {
		first, last := pass.Fset.Position(group.Pos()).Line, pass.Fset.Position(group.End()).Line
		if last >= line-1 && first <= line && purpose.MatchString(group.Text()+directives(group)) {
			return true
		}
	}
	return false
}

// directives returns the raw text of a group: Text leaves out //nolint and its kin.
func directives(g *ast.CommentGroup) string {
	s := ""
	for _, c := range g.List {
		s += c.Text
	}
	return s
}

// isDeferredClosure reports whether cur stands in a literal that is deferred.
func isDeferredClosure(cur inspector.Cursor) bool {
	_, ok := runner(cur).(*ast.DeferStmt)
	return ok
}

// inGoroutine reports whether cur stands in a literal that is started: who
// discards an error there by name has nobody to give it to.
func inGoroutine(cur inspector.Cursor) bool {
	_, ok := runner(cur).(*ast.GoStmt)
	return ok
}

// runner returns the statement that calls the innermost literal around cur.
func runner(cur inspector.Cursor) ast.Node {
	for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
		if lit.ParentEdgeKind() == edge.CallExpr_Fun {
			return lit.Parent().Parent().Node()
		}
		break
	}
	return nil
}
