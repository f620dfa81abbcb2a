package swallowederr

import (
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// harmlessVerb matches SQL statements that store nothing of their own.
var harmlessVerb = regexp.MustCompile(`(?i)^\s*(analyze|close|deallocate|discard|explain|listen|lock|pragma|refresh|release|reset|rollback|select|set|show|unlisten|unlock|vacuum|create\s+extension|create\s+(unique\s+)?index)\b`)

// writeVerb matches SQL statements that store something.
var writeVerb = regexp.MustCompile(`(?i)\b(insert|update|delete|merge|replace|truncate|create|alter|drop|copy|call)\b`)

// queryText returns the first constant string among the arguments.
func queryText(info *types.Info, call *ast.CallExpr) (string, bool) {
	for _, a := range call.Args {
		if v := info.Types[a].Value; v != nil && v.Kind() == constant.String {
			return constant.StringVal(v), true
		}
	}
	return "", false
}

// writesData reports whether the call may store data: it does not if its query
// is constant and of a harmless kind.
func writesData(info *types.Info, call *ast.CallExpr) bool {
	q, ok := queryText(info, call)
	return !ok || !harmlessVerb.MatchString(q)
}

// onlyReads reports whether the transaction x, begun in the function around
// cur, is seen to write nothing: then a failed Commit loses nothing.
func (c *checker) onlyReads(cur inspector.Cursor, x ast.Expr) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok || c.madeBy(cur, x) == nil {
		return false // somebody else's transaction: it may hold their writes
	}
	tx := c.TypesInfo.ObjectOf(id)
	isTx := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && c.TypesInfo.ObjectOf(id) == tx
	}
	reads := true
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && reads {
				reads = c.readsOnly(call, isTx)
			}
			return reads
		})
	}
	return reads
}

// readsOnly judges one call of a function that has the transaction.
func (c *checker) readsOnly(call *ast.CallExpr, isTx func(ast.Expr) bool) bool {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && isTx(sel.X) {
		q, known := queryText(c.TypesInfo, call)
		switch name := sel.Sel.Name; {
		case name == "Commit" || name == "Rollback":
			return true
		case strings.HasPrefix(name, "Query"):
			return known && !writeVerb.MatchString(q)
		}
		return false
	}
	for _, a := range call.Args {
		if !isTx(a) {
			continue
		}
		fn := typequery.Callee(c.TypesInfo, call)
		return fn != nil && c.effectOf(fn)&(errflow.Write|errflow.Read) == errflow.Read
	}
	return true
}
