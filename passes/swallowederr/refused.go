package swallowederr

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// refused reports whether the statement behind a call fails where the call does,
// so that its error is not missed: it refuses what the call yields then, or asks
// the same of the same arguments.
func (c *checker) refused(src source) bool {
	as, next := following(src)
	if as == nil || len(as.Lhs) < 2 {
		return false
	}
	switch next := next.(type) {
	case *ast.IfStmt:
		var yielded []types.Object
		for _, l := range as.Lhs[:len(as.Lhs)-1] {
			if v := c.object(l); v != nil {
				yielded = append(yielded, v)
			}
		}
		return c.names(next.Cond, yielded) && c.returnsFailure(next.Body)
	case *ast.AssignStmt:
		call, ok := ast.Unparen(next.Rhs[0]).(*ast.CallExpr)
		return ok && len(next.Rhs) == 1 && c.sameQuestion(src.call, call)
	}
	return false
}

// following returns the assignment of a call and the statement behind it.
func following(src source) (*ast.AssignStmt, ast.Stmt) {
	for i, n := range src.path {
		as, ok := n.(*ast.AssignStmt)
		if !ok || i+1 >= len(src.path) {
			continue
		}
		block, ok := src.path[i+1].(*ast.BlockStmt)
		if !ok {
			return nil, nil
		}
		at := slices.Index(block.List, ast.Stmt(as))
		if at < 0 || at+1 >= len(block.List) {
			return nil, nil
		}
		return as, block.List[at+1]
	}
	return nil, nil
}

// returnsFailure reports whether a block ends by returning an error that is not
// nil.
func (c *checker) returnsFailure(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	ret, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	if !ok || len(ret.Results) == 0 {
		return false
	}
	last := ret.Results[len(ret.Results)-1]
	t := c.TypesInfo.TypeOf(last)
	return t != nil && types.AssignableTo(t, types.Universe.Lookup("error").Type()) && !typequery.IsNil(c.TypesInfo, last)
}

// sameQuestion reports whether two calls ask functions of one package about the
// same arguments, which are plain values.
func (c *checker) sameQuestion(a, b *ast.CallExpr) bool {
	f, g := typequery.Callee(c.TypesInfo, a), typequery.Callee(c.TypesInfo, b)
	if f == nil || g == nil || f.Pkg() != g.Pkg() || len(a.Args) == 0 || len(a.Args) != len(b.Args) {
		return false
	}
	for i, arg := range a.Args {
		if _, basic := c.TypesInfo.TypeOf(arg).Underlying().(*types.Basic); !basic || types.ExprString(arg) != types.ExprString(b.Args[i]) {
			return false
		}
	}
	return true
}

// encodes reports whether a call makes JSON of a type that always has some:
// no floating-point numbers, interfaces, channels, functions or own encoders.
func encodes(call *ssa.Call, fn *types.Func) bool {
	if fn.Pkg() == nil || fn.Pkg().Path() != "encoding/json" || fn.Name() != "Marshal" && fn.Name() != "MarshalIndent" {
		return false
	}
	made, ok := call.Call.Args[0].(*ssa.MakeInterface)
	return ok && encodable(made.X.Type(), nil)
}

func encodable(t types.Type, inside []types.Type) bool {
	if slices.ContainsFunc(inside, func(x types.Type) bool { return types.Identical(x, t) }) {
		return false // a cycle of pointers has no end
	}
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		if m, _, _ := types.LookupFieldOrMethod(t, true, nil, name); m != nil {
			return false
		}
	}
	inside = append(inside, t)
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsBoolean|types.IsString|types.IsInteger) != 0
	case *types.Pointer:
		return encodable(u.Elem(), inside)
	case *types.Slice:
		return encodable(u.Elem(), inside)
	case *types.Array:
		return encodable(u.Elem(), inside)
	case *types.Map:
		return encodable(u.Key(), inside) && encodable(u.Elem(), inside)
	case *types.Struct:
		for f := range u.Fields() {
			if f.Exported() && !encodable(f.Type(), inside) {
				return false
			}
		}
		return true
	}
	return false
}
