package ctxless

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// CategoryBackground: a fresh context where a caller's is in scope.
const CategoryBackground = "background"

// detachment matches what says that work is to outlive its caller: names of
// functions, and comments.
var detachment = regexp.MustCompile(`(?i)shutdown|stop|close|cleanup|clean up|teardown|background|detach|outliv|async|worker|start|run|init|migrat|flush|rollback|audit|warm|even if|must not|cancel|disconnect`)

// background reports context.Background() and context.TODO() in a function that
// holds the context of its caller.
func (c *checker) background(cur inspector.Cursor, call *ast.CallExpr) {
	if !isFresh(c.TypesInfo, call) || c.replacesNil(cur) || c.detached(cur, call) || c.ends(cur) || c.carries(cur) || sent(cur) || c.cancelledAtOnce(cur) {
		return
	}
	ctx := callersContext(c.Pass, cur, func(v *types.Var) bool { return !c.madeFresh(cur, v) })
	if ctx == "" || c.deliberate(cur, ctx) {
		return
	}
	d := analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: CategoryBackground,
		Message: fmt.Sprintf("%s stands where a context is in scope (%s): %s", typequery.Name(call), ctx, ctxflow.SlowPeer),
		SuggestedFixes: []analysis.SuggestedFix{{
			Message:   "Pass " + ctx,
			TextEdits: []analysis.TextEdit{{Pos: call.Pos(), End: call.End(), NewText: []byte(ctx)}},
		}},
	}
	if as, ok := cur.Parent().Node().(*ast.AssignStmt); ok && as.Tok == token.DEFINE {
		d.SuggestedFixes = nil // it may declare the very variable
	}
	c.Report(d)
}

// replacesNil reports whether the fresh context replaces a missing one, or is
// compared.
func (c *checker) replacesNil(cur inspector.Cursor) bool {
	call := cur.Node()
	for i := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		n, ok := i.Node().(*ast.IfStmt)
		if !ok {
			break
		}
		cmp, ok := n.Cond.(*ast.BinaryExpr)
		if ok && (typequery.IsNil(c.TypesInfo, cmp.X) || typequery.IsNil(c.TypesInfo, cmp.Y)) && (c.isContext(cmp.X) || c.isContext(cmp.Y)) {
			return true
		}
		if c.elseOf(n, call) {
			return true
		}
	}
	if c.afterEnd(cur) {
		return true
	}
	_, compared := cur.Parent().Node().(*ast.BinaryExpr)
	return compared
}

// afterEnd reports whether a statement before asks whether the caller's context
// has ended: if ctx.Err() == nil { return ctx }.
func (c *checker) afterEnd(cur inspector.Cursor) bool {
	stmt := cur
	for i := range cur.Enclosing((*ast.ReturnStmt)(nil), (*ast.AssignStmt)(nil), (*ast.ExprStmt)(nil)) {
		stmt = i
		break
	}
	for prev, ok := stmt.PrevSibling(); ok; prev, ok = prev.PrevSibling() {
		if n, ok := prev.Node().(*ast.IfStmt); ok && c.asksEnd(n.Cond) {
			return true
		}
	}
	return false
}

// asksEnd reports whether a condition compares the Err of a context.
func (c *checker) asksEnd(cond ast.Expr) bool {
	cmp, ok := cond.(*ast.BinaryExpr)
	if !ok {
		return false
	}
	call, ok := cmp.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(c.TypesInfo, call)
	return fn != nil && fn.FullName() == "(context.Context).Err"
}

// elseOf reports whether n gives a variable a context that it has found, and else
// the fresh one: ctx, ok := v.(context.Context).
func (c *checker) elseOf(n *ast.IfStmt, fresh ast.Node) bool {
	other, ok := n.Else.(*ast.BlockStmt)
	if !ok || fresh.Pos() < other.Pos() || len(n.Body.List) == 0 {
		return false
	}
	as, ok := n.Body.List[len(n.Body.List)-1].(*ast.AssignStmt)
	return ok && len(as.Rhs) == 1 && c.isContext(as.Rhs[0])
}

// cancelledAtOnce reports whether what is made of the fresh context is cancelled
// by the next statement: it is there to forbid the waiting.
func (c *checker) cancelledAtOnce(cur inspector.Cursor) bool {
	for i := range cur.Enclosing((*ast.AssignStmt)(nil)) {
		as := i.Node().(*ast.AssignStmt)
		next, ok := i.NextSibling()
		if !ok || len(as.Lhs) != 2 {
			return false
		}
		s, ok := next.Node().(*ast.ExprStmt)
		if !ok {
			return false
		}
		call, ok := s.X.(*ast.CallExpr)
		return ok && typequery.ObjectOf(c.TypesInfo, call.Fun) != nil && typequery.ObjectOf(c.TypesInfo, call.Fun) == typequery.ObjectOf(c.TypesInfo, as.Lhs[1])
	}
	return false
}

// lasting are constructors whose context is only for what they do at first, or
// that do nothing yet: the pool connects later, with the contexts of queries.
var lasting = []string{"github.com/jackc/pgx/v5/pgxpool.New", "github.com/jackc/pgx/v5/pgxpool.NewWithConfig"}

// ends reports whether the statement names what is made of the fresh context for
// the end of something, as in shutdownCtx.
func (c *checker) ends(cur inspector.Cursor) bool {
	for i := range cur.Enclosing((*ast.AssignStmt)(nil)) {
		id, ok := i.Node().(*ast.AssignStmt).Lhs[0].(*ast.Ident)
		return ok && detachment.MatchString(id.Name)
	}
	return false
}

// sent reports whether the fresh context is part of what goes over a channel: to
// work that is done after the answer.
func sent(cur inspector.Cursor) bool {
	for c := range cur.Enclosing((*ast.SendStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil)) {
		_, ok := c.Node().(*ast.SendStmt)
		return ok
	}
	return false
}

// carries reports whether the fresh context goes to functions that only ask it
// for values, such as a logger: nothing waits for it to end.
func (c *checker) carries(cur inspector.Cursor) bool {
	for cur.ParentEdgeKind() == edge.CallExpr_Args {
		cur = cur.Parent()
		call := cur.Node().(*ast.CallExpr)
		fn := typequery.Callee(c.TypesInfo, call)
		if fn == nil {
			return false
		}
		if slices.Contains(lasting, fn.FullName()) {
			return true
		}
		wraps := fn.FullName() == "context.WithValue"
		if !wraps && !c.facts.Values(fn) {
			return false
		}
		if results := fn.Signature().Results(); !wraps && (results.Len() == 0 || !typequery.IsNamed(results.At(0).Type(), "context", "Context")) {
			return true
		}
	}
	return false
}

func (c *checker) isContext(e ast.Expr) bool {
	t := c.TypesInfo.TypeOf(e)
	return t != nil && typequery.IsNamed(t, "context", "Context")
}

// detached reports whether the name of the function, a comment nearby, or a
// wait for the end of the context says that a fresh context is meant.
func (c *checker) detached(cur inspector.Cursor, call *ast.CallExpr) bool {
	for f := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		fd := f.Node().(*ast.FuncDecl)
		if detachment.MatchString(fd.Name.Name) || c.waitedForEnd(fd, call.Pos()) {
			return true
		}
	}
	file := typequery.File(c.Pass, call.Pos())
	line := c.Fset.Position(call.Pos()).Line
	for _, g := range file.Comments {
		last := c.Fset.Position(g.End()).Line
		if last >= line-3 && last <= line && detachment.MatchString(g.Text()) {
			return true
		}
	}
	return false
}

// waitedForEnd reports whether a function receives from Done before pos: what
// follows is done after the context.
func (c *checker) waitedForEnd(fd *ast.FuncDecl, pos token.Pos) bool {
	found := false
	ast.Inspect(fd, func(n ast.Node) bool {
		if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.ARROW && u.Pos() < pos {
			found = true
		}
		return !found
	})
	return found
}
