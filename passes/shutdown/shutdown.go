package shutdown

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"

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
		if ast.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
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

// unstopped reports the first serving call of a program that never shuts a
// server down.
func (c *checker) unstopped(bodies []*ast.BlockStmt) {
	for _, body := range bodies {
		call := ctxfacts.ServingCall(c.Pass, body, func(fn *types.Func) bool { return fn.Pkg() != c.Pkg && c.facts.Serves(fn) })
		if call == nil {
			continue
		}
		c.report(call, CategoryNone, fmt.Sprintf("%s serves, and nothing in the program shuts it down: each stop or deployment cuts off the requests that are being served", types.ExprString(call.Fun)))
		return
	}
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
			defers = append(defers, n)
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

// fatal reports what ends the process in a goroutine that serves.
func (c *checker) fatal(g *ast.GoStmt) {
	lit, ok := ast.Unparen(g.Call.Fun).(*ast.FuncLit)
	if !ok || ctxfacts.ServingCall(c.Pass, lit.Body, func(*types.Func) bool { return false }) == nil {
		return
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok && c.endsProcess(call) {
			c.report(call, CategoryFatal, fmt.Sprintf("%s ends the process from the serving goroutine: the deferred calls around it do not run, and whoever is at work is cut off", types.ExprString(call.Fun)))
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
				c.report(n, CategoryOrder, fmt.Sprintf("%s comes before %s: requests that are still being served find it closed", types.ExprString(n.Fun), types.ExprString(stop.Fun)))
			}
		}
		return true
	})
}
