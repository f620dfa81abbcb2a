// Package edit makes the text edits of suggested fixes. A function returns nil
// where it cannot be sure that the result compiles and behaves the same.
package edit

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Release returns the fix of a leak that is local to its function, or nil: a
// deferred release where nothing releases the resource, a release before each
// leaking return where other paths hand it on, a literal around the rest of the
// loop where a defer comes too late.
func Release(pass *analysis.Pass, l ownership.Leak, acq *diag.Acquisition) *analysis.SuggestedFix {
	template := template(pass, l, acq)
	switch {
	case acq.Var == nil || template == "":
		return nil
	case l.Reason == ownership.Deferred:
		return wrapIteration(pass, l, acq)
	case l.Reason == ownership.Lost || l.Reason == ownership.Reacquired:
		return nil
	case l.Moved || l.Flows || l.InLoop:
		return releaseBeforeReturns(pass, l, acq, strings.TrimPrefix(template, "defer "))
	case written[l.Kind.Name] && l.Reason == ownership.Never:
		if fix := joinError(pass, acq); fix != nil {
			return fix
		}
	}
	return DeferRelease(pass, acq, template)
}

// template returns the deferred release of the leaked value, with %s for its
// variable: that of its kind, of the body alone, or of a struct that holds it.
func template(pass *analysis.Pass, l ownership.Leak, acq *diag.Acquisition) string {
	if acq.Var == nil {
		return ""
	}
	t := pass.TypesInfo.TypeOf(acq.Var)
	if l.Owner != nil {
		m, _, _ := types.LookupFieldOrMethod(t, true, pass.Pkg, l.Method)
		fn, ok := m.(*types.Func)
		if !ok || fn.Signature().Params().Len() > 0 {
			return ""
		}
		return "defer %s." + l.Method + "()"
	}
	release := l.Kind.Defer
	if l.Kind.Field != "" && !hasField(t, l.Kind.Field) {
		release = strings.Replace(release, "."+l.Kind.Field, "", 1) // the body alone
	}
	if !resolves(pass.Pkg, t, release) {
		return ""
	}
	return release
}

// resolves reports whether the selectors behind the variable in a template
// ("defer %s.Body.Close()") exist in type t, which may be wider than the kind's.
func resolves(pkg *types.Package, t types.Type, template string) bool {
	_, call, ok := strings.Cut(template, "%s")
	if !ok {
		return false
	}
	path, _, _ := strings.Cut(call, "(")
	for _, name := range strings.Split(path, ".")[1:] {
		obj, _, _ := types.LookupFieldOrMethod(t, true, pkg, name)
		if obj == nil {
			return false
		}
		t = obj.Type()
	}
	return true
}

func hasField(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Var)
	return ok
}

// DeferRelease inserts the deferred release of an acquired variable behind the
// error check that follows the acquisition. template is a statement with %s
// for the variable and $ctx where it needs a context.
func DeferRelease(pass *analysis.Pass, acq *diag.Acquisition, template string) *analysis.SuggestedFix {
	if acq.Var == nil || template == "" || len(acq.Path) < 3 {
		return nil
	}
	assign, ok := acq.Path[1].(*ast.AssignStmt)
	block, inBlock := acq.Path[2].(*ast.BlockStmt)
	if !ok || !inBlock {
		return nil
	}
	after := checkedAt(pass.TypesInfo, block, assign)
	if after == nil {
		return nil
	}
	stmt := fmt.Sprintf(template, acq.Var.Name)
	if strings.Contains(stmt, "$ctx") {
		ctx := typequery.ContextInScope(pass, after.End(), nil, nil)
		if ctx == "" {
			return nil
		}
		stmt = strings.ReplaceAll(stmt, "$ctx", ctx)
	}
	place := "the acquisition"
	if after != ast.Stmt(assign) {
		place = "the error check"
	}
	at := LineEnd(pass, after.End())
	edits := []analysis.TextEdit{{
		Pos: at, End: at,
		NewText: []byte("\n" + indent(pass.Fset, assign.Pos()) + stmt),
	}}
	message := fmt.Sprintf("Insert %q after %s", stmt, place)
	if late := sameDefer(pass.TypesInfo, block, after, acq.Var, stmt); late != nil {
		edits = append(edits, deleteLine(pass.Fset, late))
		message = fmt.Sprintf("Move %q to after %s", stmt, place)
	}
	return &analysis.SuggestedFix{Message: message, TextEdits: edits}
}

// LineEnd returns where the line of pos ends: behind its trailing comment.
func LineEnd(pass *analysis.Pass, pos token.Pos) token.Pos {
	line := pass.Fset.Position(pos).Line
	if f := typequery.File(pass, pos); f != nil {
		for _, group := range f.Comments {
			if c := group.List[0]; c.Pos() >= pos && pass.Fset.Position(c.Pos()).Line == line {
				return c.End()
			}
		}
	}
	return pos
}

// sameDefer returns the statement of block behind after that reads like stmt,
// a defer of v that comes too late; nil if v is another value by then.
func sameDefer(info *types.Info, block *ast.BlockStmt, after ast.Stmt, v *ast.Ident, stmt string) ast.Stmt {
	for _, s := range block.List {
		if s.Pos() < after.End() {
			continue
		}
		if d, ok := s.(*ast.DeferStmt); ok && "defer "+types.ExprString(d.Call) == stmt {
			return d
		}
		if assigns(info, s, v) {
			return nil
		}
	}
	return nil
}

// sameVar reports whether e names the variable of v.
func sameVar(info *types.Info, e ast.Expr, v *ast.Ident) bool {
	id, ok := e.(*ast.Ident)
	return ok && info.ObjectOf(id) == info.ObjectOf(v)
}

// assigns reports whether a statement sets the variable of v.
func assigns(info *types.Info, s ast.Stmt, v *ast.Ident) bool {
	found := false
	ast.Inspect(s, func(n ast.Node) bool {
		if as, ok := n.(*ast.AssignStmt); ok {
			for _, l := range as.Lhs {
				found = found || sameVar(info, l, v)
			}
		}
		return !found
	})
	return found
}

// deleteLine removes a statement that has its lines for itself.
func deleteLine(fset *token.FileSet, s ast.Stmt) analysis.TextEdit {
	start := s.Pos() - token.Pos(fset.Position(s.Pos()).Column-1)
	return analysis.TextEdit{Pos: start - 1, End: s.End()}
}

// checkedAt returns the statement after which the acquisition is known to have
// succeeded: the assignment itself if it yields no error, or the error check
// right behind it, which must leave the block.
func checkedAt(info *types.Info, block *ast.BlockStmt, assign *ast.AssignStmt) ast.Stmt {
	err, ok := assign.Lhs[len(assign.Lhs)-1].(*ast.Ident)
	if !ok || err.Name == "_" {
		return nil
	}
	if !typequery.IsError(info.TypeOf(err)) {
		return assign
	}
	for i, s := range block.List {
		if s != ast.Stmt(assign) || i+1 == len(block.List) {
			continue
		}
		check, ok := block.List[i+1].(*ast.IfStmt)
		if ok && check.Init == nil && check.Else == nil && testsNonNil(info, check.Cond, err) && typequery.Terminates(info, check.Body) {
			return check
		}
	}
	return nil
}

// testsNonNil reports whether cond is "err != nil" for the variable err.
func testsNonNil(info *types.Info, cond ast.Expr, err *ast.Ident) bool {
	cmp, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || cmp.Op != token.NEQ || !typequery.IsNil(info, cmp.Y) {
		return false
	}
	id, ok := ast.Unparen(cmp.X).(*ast.Ident)
	return ok && info.ObjectOf(id) == info.ObjectOf(err)
}

// indent returns the indentation of the line of pos in gofmt's style: one tab
// per column before it.
func indent(fset *token.FileSet, pos token.Pos) string {
	return strings.Repeat("\t", fset.Position(pos).Column-1)
}
