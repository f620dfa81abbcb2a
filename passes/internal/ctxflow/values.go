package ctxflow

import (
	"go/ast"
	"go/types"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// ValueOnly returns the functions that take a context and only ask it for
// values, themselves or through others: whether it ends means nothing to them.
// known says so of functions of other packages.
func ValueOnly(info *types.Info, files []*ast.File, known func(*types.Func) bool) map[*types.Func]bool {
	candidates := make(map[*types.Func]*ast.FuncDecl)
	for _, f := range files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			if fn, ok := info.Defs[fd.Name].(*types.Func); ok && takesContext(fn.Signature()) {
				candidates[fn] = fd
			}
		}
	}
	// The largest set in which each member hands its context to members only.
	out := make(map[*types.Func]bool)
	for fn := range candidates {
		out[fn] = true
	}
	holds := func(fn *types.Func) bool { return out[fn.Origin()] || known(fn.Origin()) }
	for changed := true; changed; {
		changed = false
		for fn, fd := range candidates {
			if out[fn] && !asksValues(info, fd, holds) {
				out[fn], changed = false, true
			}
		}
	}
	for fn := range candidates {
		if !out[fn] {
			delete(out, fn)
		}
	}
	return out
}

func isContext(t types.Type) bool { return typequery.IsNamed(t, "context", "Context") }

// dropsContext reports whether a call makes a context of another one, and the
// assignment throws it away.
func dropsContext(info *types.Info, as *ast.AssignStmt) bool {
	if len(as.Rhs) != 1 || len(as.Lhs) < 2 {
		return false
	}
	call, ok := as.Rhs[0].(*ast.CallExpr)
	if !ok {
		return false
	}
	id, ok := as.Lhs[0].(*ast.Ident)
	results, tuple := info.TypeOf(call).(*types.Tuple)
	return ok && tuple && id.Name == "_" && isContext(results.At(0).Type())
}

// asksValues reports whether every use of a context in the function is a question
// for a value, or hands it to a function of which holds says the same.
func asksValues(info *types.Info, fd *ast.FuncDecl, holds func(*types.Func) bool) bool {
	fine := make(map[*ast.Ident]bool)
	accept := func(args []ast.Expr) {
		for _, a := range args {
			if id, ok := ast.Unparen(a).(*ast.Ident); ok {
				fine[id] = true
			}
		}
	}
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		if as, ok := n.(*ast.AssignStmt); ok && dropsContext(info, as) { // _, span := tracer.Start(ctx, "name")
			accept(as.Rhs[0].(*ast.CallExpr).Args)
		}
		if cmp, ok := n.(*ast.BinaryExpr); ok && typequery.IsNil(info, cmp.Y) {
			if id, ok := cmp.X.(*ast.Ident); ok {
				fine[id] = true
			}
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && sel.Sel.Name == "Value" {
			if id, ok := sel.X.(*ast.Ident); ok {
				fine[id] = true
			}
		}
		fn := typequery.Callee(info, call)
		if fn == nil || !holds(fn) && fn.FullName() != "context.WithValue" {
			return true
		}
		accept(call.Args)
		return true
	})
	ok, used := true, false
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt: // ctx = context.WithValue(ctx, ...)
			for _, l := range n.Lhs {
				if id, isIdent := l.(*ast.Ident); isIdent {
					fine[id] = true
				}
			}
		case *ast.Ident:
			if v, isVar := info.Uses[n].(*types.Var); isVar && isContext(v.Type()) {
				ok, used = ok && fine[n], true
			}
		}
		return ok
	})
	return ok && used
}

// Detaching returns the functions that take a context and make one that does not
// end with it: what they return, or start, outlives it.
func Detaching(info *types.Info, files []*ast.File) map[*types.Func]bool {
	out := make(map[*types.Func]bool)
	for _, f := range files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			fn, ok := info.Defs[fd.Name].(*types.Func)
			if !ok || !takesContext(fn.Signature()) {
				continue
			}
			ast.Inspect(fd.Body, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					if fn2 := typequery.Callee(info, call); fn2 != nil && fn2.FullName() == "context.WithoutCancel" {
						out[fn] = true
					}
				}
				return !out[fn]
			})
		}
	}
	return out
}
