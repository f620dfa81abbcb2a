package swallowederr

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// nilReturn reports "return nil" where an error variable is known non-nil, has
// not been used but for logging, and belongs to a call that loses something.
func (c *checker) nilReturn(cur inspector.Cursor, ret *ast.ReturnStmt) {
	if len(ret.Results) == 0 || !canFail(enclosingResults(c.TypesInfo, cur)) {
		return
	}
	last := ret.Results[len(ret.Results)-1]
	if !typequery.IsNil(c.TypesInfo, last) || !zeroes(c.TypesInfo, ret.Results[:len(ret.Results)-1]) {
		return
	}
	for ifStmt := range cur.Enclosing((*ast.IfStmt)(nil), (*ast.FuncLit)(nil), (*ast.FuncDecl)(nil), (*ast.CaseClause)(nil), (*ast.CommClause)(nil)) {
		n, ok := ifStmt.Node().(*ast.IfStmt)
		if !ok {
			return // beyond the function, or a decision by case
		}
		v := failing(c.TypesInfo, ifStmt, cur)
		if v == nil {
			return // a decision of its own stands between the test and the return
		}
		c.nilAfter(cur, ret, n, ifStmt, v)
		return
	}
}

func (c *checker) nilAfter(cur inspector.Cursor, ret *ast.ReturnStmt, n *ast.IfStmt, ifStmt inspector.Cursor, v *types.Var) {
	branch := ast.Stmt(n.Body)
	if ret.Pos() > n.Body.End() {
		branch = n.Else
	}
	call := c.sourceOf(ifStmt, n, v)
	if call == nil || !onlyLogs(c.TypesInfo, branch) {
		return
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil {
		return
	}
	effect := c.effectOf(fn)
	name := types.ExprString(call.Fun)
	switch {
	case c.commented(branch):
	case effect&errflow.Write != 0:
		c.report(ret, CategoryNilReturn, fmt.Sprintf("nil is returned when %s fails: the write is lost and the caller sees success", name))
	case effect&errflow.Read != 0 && notes:
		c.report(ret, CategoryNilRead, fmt.Sprintf("nil is returned when %s fails: the caller takes missing data for an empty answer", name))
	}
}

// commented reports whether a comment in the branch gives a purpose.
func (c *checker) commented(branch ast.Stmt) bool {
	f := typequery.File(c.Pass, branch.Pos())
	for _, group := range f.Comments {
		if branch.Pos() <= group.Pos() && group.End() <= branch.End() && purpose.MatchString(directives(group)) {
			return true
		}
	}
	return false
}

// zeroes reports whether the values carry nothing: with a real value beside
// it, a nil error is a fallback and not a loss.
func zeroes(info *types.Info, values []ast.Expr) bool {
	for _, v := range values {
		tv := info.Types[v]
		zeroConst := tv.Value != nil && (tv.Value.ExactString() == "0" || tv.Value.ExactString() == `""` || tv.Value.ExactString() == "false")
		lit, isLit := ast.Unparen(v).(*ast.CompositeLit)
		empty := isLit && len(lit.Elts) == 0
		if !tv.IsNil() && !zeroConst && !empty {
			return false
		}
	}
	return true
}

// sourceOf returns the call that set v right before the test: in the if
// statement's own init, or in the statement before it.
func (c *checker) sourceOf(ifStmt inspector.Cursor, n *ast.IfStmt, v *types.Var) *ast.CallExpr {
	stmt := n.Init
	if stmt == nil {
		if prev, ok := ifStmt.PrevSibling(); ok {
			stmt, _ = prev.Node().(ast.Stmt)
		}
	}
	as, ok := stmt.(*ast.AssignStmt)
	if !ok || len(as.Rhs) != 1 {
		return nil
	}
	id, ok := as.Lhs[len(as.Lhs)-1].(*ast.Ident)
	if !ok || c.TypesInfo.ObjectOf(id) != v {
		return nil
	}
	call, _ := ast.Unparen(as.Rhs[0]).(*ast.CallExpr)
	return call
}

// onlyLogs reports whether the branch does nothing but log and return: any
// other statement may be the handling.
func onlyLogs(info *types.Info, branch ast.Stmt) bool {
	block, ok := branch.(*ast.BlockStmt)
	if !ok {
		return false
	}
	for _, s := range block.List {
		switch s := s.(type) {
		case *ast.ReturnStmt:
		case *ast.ExprStmt:
			call, ok := s.X.(*ast.CallExpr)
			if !ok || !errflow.IsLog(call) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
