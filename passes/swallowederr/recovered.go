package swallowederr

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
)

// recovered reports a call of recover whose value goes nowhere.
func (c *checker) recovered(cur inspector.Cursor, call *ast.CallExpr) {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || c.TypesInfo.Uses[id] != types.Universe.Lookup("recover") || !forgets(cur) || intended(c.Pass, call) {
		return
	}
	category := CategoryRecoverNote
	if results := outerResults(c.TypesInfo, cur); results != nil && canFail(results) {
		category = CategoryRecovered
	} else if !notes {
		return
	}
	c.Report(analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: category,
		Message: "a panic is recovered and its value goes nowhere: the work stops half done and the caller sees success",
	})
}

// forgets reports whether nothing is done with the value of the call: it is a
// statement, it is assigned to the blank, or the branch that finds it is empty.
func forgets(cur inspector.Cursor) bool {
	switch n := cur.Parent().Node().(type) {
	case *ast.ExprStmt:
		return true
	case *ast.AssignStmt:
		if isBlank(n.Lhs[0]) {
			return true
		}
		return emptyBranch(cur.Parent().Parent().Node())
	case *ast.BinaryExpr:
		return emptyBranch(cur.Parent().Parent().Node())
	}
	return false
}

func emptyBranch(n ast.Node) bool {
	branch, ok := n.(*ast.IfStmt)
	return ok && branch.Else == nil && !slices.ContainsFunc(branch.Body.List, func(s ast.Stmt) bool {
		ret, ok := s.(*ast.ReturnStmt)
		return !ok || len(ret.Results) > 0
	})
}

// outerResults returns the results of the function that defers the literal
// around cur; nil if there is no such literal.
func outerResults(info *types.Info, cur inspector.Cursor) *types.Tuple {
	if !isDeferredClosure(cur) {
		return nil
	}
	for lit := range cur.Enclosing((*ast.FuncLit)(nil)) {
		return enclosingResults(info, lit.Parent())
	}
	return nil
}
