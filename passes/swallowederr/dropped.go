package swallowederr

import (
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

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
	if !ok || !errflow.ReturnsError(c.TypesInfo, call) && !errflow.Carries(c.TypesInfo, call) && !flushes(c.TypesInfo, call) {
		return
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || underFailure(c.TypesInfo, cur) || beforeFailure(c.TypesInfo, cur) {
		return
	}
	if category, what := c.finalWrite(cur, call, fn); category != "" {
		if category != CategoryLostFile || notes {
			c.report(call, category, what+c.claim(cur))
		}
		return
	}
	if commits[fn.FullName()] || cleansUp[fn.Name()] || c.effects.Told(fn) || queued(c.TypesInfo, call) {
		return
	}
	if how == plain && forms[fn.FullName()] && c.readsForm(cur, call) {
		c.reportDropped(cur, call, fn, CategoryDropped, fmt.Sprintf("the error of %s is dropped: a body that is broken or too large is taken for an empty form", typequery.Name(call.Fun)))
		return
	}
	c.dropped(cur, call, fn, how)
}

// forms parse the form of a request into its fields.
var forms = map[string]bool{"(*net/http.Request).ParseForm": true, "(*net/http.Request).ParseMultipartForm": true}

// readsForm reports whether the function reads the fields that the call fills.
func (c *checker) readsForm(cur inspector.Cursor, call *ast.CallExpr) bool {
	found := false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Pos() > call.End() {
				v, isVar := c.TypesInfo.Uses[sel.Sel].(*types.Var)
				found = found || isVar && v.Pkg() != nil && v.Pkg().Path() == "net/http" && (v.Name() == "Form" || v.Name() == "PostForm" || v.Name() == "MultipartForm")
			}
			return !found
		})
	}
	return found
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
	name := typequery.Name(call.Fun)
	switch {
	case effect&errflow.Write != 0 && (how == started || how == blank && inGoroutine(cur)):
		if notes {
			c.report(call, CategoryDroppedGo, fmt.Sprintf("the error of %s is dropped by the goroutine: if it fails, the write is lost and nobody is told", name))
		}
	case isDeferredClosure(cur): // tidies up
	case effect&errflow.Write != 0 && (bookkeeping.MatchString(fn.Name()) || !writesData(c.TypesInfo, call)):
	case effect&errflow.Write != 0 && how == blank && allBlank(cur.Node()):
		if notes {
			c.report(call, CategoryDroppedBlank, fmt.Sprintf("the error of %s is dropped by name: if it fails, the write is lost%s", name, c.claim(cur)))
		}
	case effect&errflow.Write != 0:
		c.reportDropped(cur, call, fn, CategoryDropped, fmt.Sprintf("the error of %s is dropped: if it fails, the write is lost%s", name, c.claim(cur)))
	case effect&errflow.Read == 0 || how == started:
	case effect&errflow.Remote != 0 && !c.asks(cur) && c.usesResult(cur, call, how):
		outcome := "what it should have yielded is taken for empty"
		if v := c.crashes(cur, call); v != "" {
			outcome = v + " is nil, and its use panics"
		}
		c.reportDropped(cur, call, fn, CategoryDropped, fmt.Sprintf("the error of %s is dropped: if it fails, %s", name, outcome))
	case notes:
		c.report(call, CategoryDroppedRead, fmt.Sprintf("the error of %s is dropped: if it fails, the code goes on with missing data", name))
	}
}

// allBlank reports whether an assignment takes nothing of its call: somebody
// decided that.
func allBlank(n ast.Node) bool {
	as, ok := n.(*ast.AssignStmt)
	return ok && !slices.ContainsFunc(as.Lhs, func(e ast.Expr) bool { return !isBlank(e) })
}

// asks reports whether the function around cur only answers yes or no: false is
// what such questions are meant to answer for a failure, too.
func (c *checker) asks(cur inspector.Cursor) bool {
	r := enclosingResults(c.TypesInfo, cur)
	if r == nil || r.Len() != 1 {
		return false
	}
	b, ok := r.At(0).Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// reportDropped reports a call whose error nobody takes, with the fix where
// the function can return it.
func (c *checker) reportDropped(cur inspector.Cursor, call *ast.CallExpr, fn *types.Func, category, message string) {
	if intended(c.Pass, call) {
		return
	}
	d := analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Category: category, Message: message}
	path := typequery.Path(c.Pass, call.Lparen)
	for i, n := range path {
		if n == ast.Node(call) {
			if fix := c.returnInstead(source{call: call, path: path[i:], fn: fn}, cur.Node()); fix != nil {
				d.SuggestedFixes = []analysis.SuggestedFix{*fix}
			}
		}
	}
	c.Report(d)
}

// queued reports whether the call only adds a command to a pipeline, whose
// Exec reports the failure.
func queued(info *types.Info, call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	t := info.TypeOf(sel.X)
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && strings.HasPrefix(n.Obj().Name(), "Pipeline")
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

// beforeFailure reports whether the block of the statement ends in a return of a
// new error: the caller is told of a failure anyhow.
func beforeFailure(info *types.Info, cur inspector.Cursor) bool {
	block, ok := cur.Parent().Node().(*ast.BlockStmt)
	if !ok || cur.ParentEdgeKind() != edge.BlockStmt_List {
		return false
	}
	ret, ok := block.List[len(block.List)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last, ok := ast.Unparen(ret.Results[len(ret.Results)-1]).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(info, last)
	return fn != nil && (fn.FullName() == "errors.New" || fn.FullName() == "fmt.Errorf")
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
