package leakpass

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

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
