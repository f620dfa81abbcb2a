package swallowederr

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// usesResult reports whether the code goes on with what a read should have
// yielded: a variable that the call sets is used. Where the error goes to the
// blank, a condition that mentions the variable may stand in for it.
func (c *checker) usesResult(cur inspector.Cursor, call *ast.CallExpr, how how) bool {
	var vars []types.Object
	switch n := cur.Node().(type) {
	case *ast.AssignStmt:
		for _, l := range n.Lhs[:len(n.Lhs)-1] {
			vars = append(vars, c.object(l))
		}
	case *ast.ExprStmt:
		for _, a := range call.Args {
			switch a := ast.Unparen(a).(type) {
			case *ast.UnaryExpr:
				if a.Op == token.AND {
					vars = append(vars, c.object(a.X))
				}
			case *ast.Ident:
				if _, pointer := c.TypesInfo.TypeOf(a).Underlying().(*types.Pointer); pointer {
					vars = append(vars, c.object(a))
				}
			}
		}
	}
	vars = slices.DeleteFunc(vars, func(v types.Object) bool { return v == nil })
	used, tested := false, false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if fn := typequery.Callee(c.TypesInfo, n); fn != nil && errpath.Logs(fn) {
					return false // what is only shown misleads nobody
				}
			case *ast.IfStmt:
				tested = tested || c.names(n.Cond, vars)
			case *ast.SwitchStmt:
				tested = tested || n.Tag != nil && c.names(n.Tag, vars)
			case *ast.Ident:
				used = used || n.Pos() > call.End() && slices.Contains(vars, c.TypesInfo.Uses[n])
			}
			return true
		})
	}
	return used && (!tested || how == plain)
}

// object returns the variable that e is, or whose field it is.
func (c *checker) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if e.Name != "_" {
			return c.TypesInfo.ObjectOf(e)
		}
	case *ast.SelectorExpr:
		return c.object(e.X)
	}
	return nil
}

// names reports whether an expression mentions one of the variables.
func (c *checker) names(e ast.Expr, vars []types.Object) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && slices.Contains(vars, c.TypesInfo.Uses[id])
		return !found
	})
	return found
}

// crashes returns the variable that a call leaves nil where it fails and whose
// methods or fields the code uses all the same, or "".
func (c *checker) crashes(cur inspector.Cursor, call *ast.CallExpr) string {
	as, ok := cur.Node().(*ast.AssignStmt)
	if !ok || len(as.Lhs) != 2 {
		return ""
	}
	v := c.object(as.Lhs[0])
	if v == nil {
		return ""
	}
	switch v.Type().Underlying().(type) {
	case *types.Pointer, *types.Interface:
	default:
		return ""
	}
	used, tested := false, false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				tested = tested || typequery.IsNil(c.TypesInfo, n.Y) && c.object(n.X) == v
			case *ast.SelectorExpr:
				used = used || n.Pos() > call.End() && typequery.ObjectOf(c.TypesInfo, n.X) == v
			}
			return true
		})
	}
	if !used || tested {
		return ""
	}
	return v.Name()
}
