package ctxfacts

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// servesFact is a fact indicating that a function serves until it is stopped.
type servesFact struct{}

func (*servesFact) AFact() {}

func (*servesFact) String() string { return "serves" }

// stopsFact is a fact indicating that a package, or one of its module that it
// imports, lets a server finish its requests.
type stopsFact struct{}

func (*stopsFact) AFact() {}

func (*stopsFact) String() string { return "stops a server" }

// stops exports and returns whether the package stops a server.
func stops(pass *analysis.Pass, files []*ast.File) bool {
	found := false
	for _, p := range pass.Pkg.Imports() {
		found = found || typequery.SameModule(pass, p.Path()) && pass.ImportPackageFact(p, new(stopsFact))
	}
	for _, f := range files {
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			found = found || ok && ctxflow.StoppingValue(pass.TypesInfo, sel)
			return !found
		})
	}
	if found {
		pass.ExportPackageFact(new(stopsFact))
	}
	return found
}

// serves exports which functions of the package serve, itself or through calls
// of each other and of their module, and returns the answer for any function.
func serves(pass *analysis.Pass, files []*ast.File) func(*types.Func) bool {
	own := make(map[*types.Func]bool)
	answer := func(fn *types.Func) bool {
		if fn.Pkg() == pass.Pkg {
			return own[fn]
		}
		return fn.Pkg() != nil && typequery.SameModule(pass, fn.Pkg().Path()) && pass.ImportObjectFact(fn, new(servesFact))
	}
	for changed := true; changed; {
		changed = false
		for _, f := range files {
			for _, d := range f.Decls {
				fd, ok := d.(*ast.FuncDecl)
				if !ok || fd.Body == nil {
					continue
				}
				fn, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func)
				if ok && !own[fn] && ServingCall(pass, fd.Body, answer) != nil {
					own[fn] = true
					changed = true
					if fn.Exported() {
						pass.ExportObjectFact(fn, new(servesFact))
					}
				}
			}
		}
	}
	return answer
}

// ServingCall returns the first call in a body that serves, by itself or because
// serves says so of its callee; nil if there is none.
func ServingCall(pass *analysis.Pass, body *ast.BlockStmt, serves func(*types.Func) bool) *ast.CallExpr {
	if all := ServingCalls(pass, body, serves); len(all) > 0 {
		return all[0]
	}
	return nil
}

// ServingCalls returns the calls in a body that serve, in source order.
func ServingCalls(pass *analysis.Pass, body *ast.BlockStmt, serves func(*types.Func) bool) []*ast.CallExpr {
	var out []*ast.CallExpr
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn := typequery.Callee(pass.TypesInfo, call)
			if ctxflow.Serving(pass.TypesInfo, call) || fn != nil && serves(fn) {
				out = append(out, call)
			}
		}
		return true
	})
	return out
}
