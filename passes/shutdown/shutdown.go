package shutdown

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/ctxfacts"
	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings.
const (
	CategoryNone   = "noshutdown" // the server never finishes its requests
	CategoryWorker = "worker"     // work that nothing stops or waits for
	CategoryFatal  = "fatal"      // the serving goroutine skips the deferred calls
	CategoryOrder  = "order"      // closed before the server stops
)

//go:embed doc.go
var doc string

// Analyzer reports programs that are cut off when they are stopped.
var Analyzer = &analysis.Analyzer{
	Name:     "shutdown",
	Doc:      diag.Doc(doc, "shutdown"),
	URL:      diag.URL("shutdown"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{ctxfacts.Analyzer},
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	facts *ctxfacts.Result
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass, pass.ResultOf[ctxfacts.Analyzer].(*ctxfacts.Result)}
	if c.facts.Serves == nil {
		return nil, nil
	}
	var bodies []*ast.BlockStmt
	for _, f := range pass.Files {
		if typequery.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		for _, d := range f.Decls {
			bodies = append(bodies, functions(d)...)
		}
	}
	if pass.Pkg.Name() == "main" && !c.facts.Stops {
		c.unstopped(bodies)
	}
	for _, body := range bodies {
		c.function(body)
	}
	c.crons(bodies)
	return nil, nil
}

// functions returns the body of a declared function, or those of the literals in
// the values of variables.
func functions(d ast.Decl) []*ast.BlockStmt {
	if fd, ok := d.(*ast.FuncDecl); ok {
		if fd.Body == nil {
			return nil
		}
		return []*ast.BlockStmt{fd.Body}
	}
	var out []*ast.BlockStmt
	ast.Inspect(d, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if ok {
			out = append(out, lit.Body)
		}
		return !ok
	})
	return out
}

// unstopped reports the serving call of a program that never shuts a server
// down: the one that holds its goroutine, or else the first one that is started
// beside it with routes of its own.
func (c *checker) unstopped(bodies []*ast.BlockStmt) {
	var call *ast.CallExpr
	for _, body := range bodies {
		for _, found := range ctxfacts.ServingCalls(c.Pass, body, func(fn *types.Func) bool { return fn.Pkg() != c.Pkg && c.facts.Serves(fn) }) {
			switch {
			case c.ownMachine(body, found):
			case !c.started(found):
				c.reportUnstopped(found)
				return
			case call == nil && !c.beside(found):
				call = found
			}
		}
	}
	if call != nil {
		c.reportUnstopped(call)
	}
}

func (c *checker) reportUnstopped(call *ast.CallExpr) {
	c.report(call, CategoryNone, fmt.Sprintf("%s serves, and nothing in the program shuts it down: each stop or deployment cuts off the requests that are being served", typequery.Name(call.Fun)))
}

// started reports whether a call runs in a goroutine of its own.
func (c *checker) started(call *ast.CallExpr) bool {
	return slices.ContainsFunc(typequery.Path(c.Pass, call.Pos()), func(n ast.Node) bool {
		_, ok := n.(*ast.GoStmt)
		return ok
	})
}

// ownMachine reports whether a server listens on this machine only, by a listener
// that the function makes: it waits for the browser of whoever runs the program.
func (c *checker) ownMachine(body *ast.BlockStmt, serve *ast.CallExpr) bool {
	var listener types.Object
	for _, a := range serve.Args {
		if id, ok := a.(*ast.Ident); ok && typequery.IsNamed(c.TypesInfo.TypeOf(id), "net", "Listener") {
			listener = c.TypesInfo.Uses[id]
		}
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok || listener == nil || len(as.Rhs) != 1 {
			return !found
		}
		id, ok := as.Lhs[0].(*ast.Ident)
		call, isCall := as.Rhs[0].(*ast.CallExpr)
		found = found || ok && isCall && c.TypesInfo.ObjectOf(id) == listener && ctxflow.Local(c.TypesInfo, call.Args)
		return !found
	})
	return found
}

// beside reports whether a server is one for metrics or debugging: it serves the
// default routes, or what the metrics library makes.
func (c *checker) beside(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	handler := call.Args[len(call.Args)-1]
	text := strings.ToLower(types.ExprString(handler))
	return typequery.IsNil(c.TypesInfo, handler) || strings.Contains(text, "prom") || strings.Contains(text, "metric") || strings.Contains(text, "debug")
}

func (c *checker) report(n ast.Node, category, message string) {
	c.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Category: category, Message: message})
}

// function looks at the function that shuts a server down, and at literals in
// it, which are functions of their own.
func (c *checker) function(body *ast.BlockStmt) {
	var defers []*ast.DeferStmt
	var stop *ast.CallExpr
	var goes []*ast.GoStmt
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			c.function(n.Body)
			return false
		case *ast.DeferStmt:
			if !c.cancels(n) {
				defers = append(defers, n)
			}
			return false
		case *ast.GoStmt:
			goes = append(goes, n)
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok {
				c.function(lit.Body)
			}
			return false
		case *ast.CallExpr:
			if ctxflow.Stopping(c.TypesInfo, n) && stop == nil {
				stop = n
			}
		}
		return true
	})
	if len(defers) > 0 {
		for _, g := range goes {
			c.fatal(g)
		}
	}
	if stop != nil {
		c.early(body, stop)
		c.workers(body, goes, defers)
	}
}

// cancels reports whether a defer only ends a context, as every one does that
// makes a context: nothing is lost if it does not run.
func (c *checker) cancels(d *ast.DeferStmt) bool {
	id, ok := d.Call.Fun.(*ast.Ident)
	if !ok || len(d.Call.Args) > 0 {
		return false
	}
	v, ok := c.TypesInfo.Uses[id].(*types.Var)
	return ok && (typequery.IsNamed(v.Type(), "context", "CancelFunc") || id.Name == "stop" || id.Name == "cancel")
}

// fatal reports what ends the process in a goroutine that serves.
func (c *checker) fatal(g *ast.GoStmt) {
	lit, ok := ast.Unparen(g.Call.Fun).(*ast.FuncLit)
	if !ok || ctxfacts.ServingCall(c.Pass, lit.Body, func(*types.Func) bool { return false }) == nil {
		return
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok && c.endsProcess(call) {
			c.report(call, CategoryFatal, fmt.Sprintf("%s ends the process from the serving goroutine: the deferred calls around it do not run, and whoever is at work is cut off", typequery.Name(call.Fun)))
		}
		return true
	})
}

// early reports a database that is closed before the server stops.
func (c *checker) early(body *ast.BlockStmt, stop *ast.CallExpr) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.DeferStmt, *ast.IfStmt:
			return false
		case *ast.CallExpr:
			sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			if ok && sel.Sel.Name == "Close" && n.End() < stop.Pos() && c.isStore(sel.X) {
				c.report(n, CategoryOrder, fmt.Sprintf("%s comes before %s: requests that are still being served find it closed", typequery.Name(n.Fun), typequery.Name(stop.Fun)))
			}
		}
		return true
	})
}
