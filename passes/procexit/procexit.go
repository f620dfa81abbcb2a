package procexit

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ending"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings.
const (
	CategoryExit  = "exit"  // the process ends
	CategoryPanic = "panic" // a goroutine may panic, and nobody recovers
)

//go:embed doc.go
var doc string

// Analyzer reports code that ends the whole process for one request.
var Analyzer = &analysis.Analyzer{
	Name:     "procexit",
	Doc:      diag.Doc(doc, "procexit"),
	URL:      diag.URL("procexit"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{errfacts.Analyzer},
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	endings *ending.Solver
	seen    map[ast.Node]bool
	helpers map[*types.Func]bool // those that were reported
}

func run(pass *analysis.Pass) (any, error) {
	endings := pass.ResultOf[errfacts.Analyzer].(*errfacts.Result).Endings()
	if endings == nil {
		return nil, nil
	}
	c := &checker{pass, endings, make(map[ast.Node]bool), make(map[*types.Func]bool)}
	servers := endings.Servers()
	serving := make(map[*ast.BlockStmt]bool)
	for _, s := range servers {
		serving[s.Body] = true
	}
	for _, s := range servers {
		c.exits(s, serving)
	}
	reached := endings.Reached(servers)
	for _, f := range pass.Files {
		if !typequery.IsTest(pass, f.Package) {
			c.panics(f, reached)
		}
	}
	return nil, nil
}

// exits reports the calls in a serving function, its literals included, that
// end the process. What is itself serving is reported for itself.
func (c *checker) exits(s ending.Server, serving map[*ast.BlockStmt]bool) {
	ast.Inspect(s.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return !serving[n.Body]
		case *ast.IfStmt:
			return !c.endings.Never(n)
		case *ast.CallExpr:
			if what := c.endings.ExitsAt(n); what != "" && !c.servesItself(n) && c.first(n) && c.firstOf(n, what) {
				c.exit(s, n, what)
			}
		}
		return true
	})
}

// first reports whether a node has not been reported, and is for users.
func (c *checker) first(n ast.Node) bool {
	if c.seen[n] || typequery.Generated(c.Pass, n.Pos()) {
		return false
	}
	c.seen[n] = true
	return true
}

// firstOf reports whether a call of a helper that ends the process is the first
// of that helper in the package: it is the helper that needs a change.
func (c *checker) firstOf(call *ast.CallExpr, what string) bool {
	fn := typequery.Callee(c.TypesInfo, call)
	if what == types.ExprString(call.Fun) || fn == nil {
		return true
	}
	first := !c.helpers[fn]
	c.helpers[fn] = true
	return first
}

// servesItself reports whether a call is of a helper that answers for its
// handler: it is reported where it ends the process.
func (c *checker) servesItself(call *ast.CallExpr) bool {
	fn := typequery.Callee(c.TypesInfo, call)
	return fn != nil && fn.Pkg() == c.Pkg && ending.Answers(fn.Signature())
}

func (c *checker) exit(s ending.Server, call *ast.CallExpr, what string) {
	name := typequery.Name(call.Fun)
	message := fmt.Sprintf("%s ends the process from a %s: one bad request stops it for all users", name, s.What)
	if what != name {
		message = fmt.Sprintf("%s reaches %s and ends the process from a %s: one bad request stops it for all users", name, what, s.What)
	}
	c.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Category: CategoryExit, Message: message})
}

// panics reports the goroutines of a file that serve, or that serving code
// starts, and that may panic.
func (c *checker) panics(f *ast.File, reached map[*ast.BlockStmt]bool) {
	var enclosing []ast.Node
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			enclosing = enclosing[:len(enclosing)-1]
			return true
		}
		enclosing = append(enclosing, n)
		g, ok := n.(*ast.GoStmt)
		if !ok || !c.serves(g, enclosing, reached) {
			return true
		}
		if what, at := c.mayPanic(g); what != "" && c.first(g) {
			c.Report(analysis.Diagnostic{
				Pos: g.Pos(), End: g.Call.Fun.Pos(), Category: CategoryPanic,
				Message: fmt.Sprintf("the goroutine started here may panic (%s) and nothing recovers it: the process ends for all users", what),
				Related: []analysis.RelatedInformation{{Pos: at.Pos(), End: at.End(), Message: "this may panic"}},
			})
		}
		return true
	})
}

// serves reports whether a goroutine serves, or is started while the program
// serves.
func (c *checker) serves(g *ast.GoStmt, enclosing []ast.Node, reached map[*ast.BlockStmt]bool) bool {
	if lit, ok := ast.Unparen(g.Call.Fun).(*ast.FuncLit); ok && reached[lit.Body] {
		return true
	}
	return slices.ContainsFunc(enclosing, func(n ast.Node) bool {
		body, ok := n.(*ast.BlockStmt)
		return ok && reached[body]
	})
}

func (c *checker) mayPanic(g *ast.GoStmt) (what string, at ast.Node) {
	if lit, ok := ast.Unparen(g.Call.Fun).(*ast.FuncLit); ok {
		return c.endings.Panics(lit.Body)
	}
	if fn := typequery.Callee(c.TypesInfo, g.Call); fn != nil {
		return c.endings.Summary(fn).Panics, g.Call
	}
	return "", nil
}
