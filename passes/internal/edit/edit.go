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
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

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
	return &analysis.SuggestedFix{
		Message: fmt.Sprintf("Insert %q after %s", stmt, place),
		TextEdits: []analysis.TextEdit{{
			Pos: after.End(), End: after.End(),
			NewText: []byte("\n" + indent(pass.Fset, assign.Pos()) + stmt),
		}},
	}
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
