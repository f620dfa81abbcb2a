package shutdown

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

func (c *checker) endsProcess(call *ast.CallExpr) bool {
	fn := typequery.Callee(c.TypesInfo, call)
	return fn != nil && errpath.EndsProcess(fn)
}

// stores are the handles that handlers work with.
var stores = [][2]string{
	{"database/sql", "DB"}, {"github.com/jmoiron/sqlx", "DB"}, {"github.com/jackc/pgx/v5/pgxpool", "Pool"},
	{"github.com/redis/go-redis/v9", "Client"}, {"github.com/go-redis/redis/v8", "Client"},
}

func (c *checker) isStore(e ast.Expr) bool {
	t := c.TypesInfo.TypeOf(e)
	for _, s := range stores {
		if t != nil && typequery.IsNamed(t, s[0], s[1]) {
			return true
		}
	}
	return false
}

// workers reports goroutines of a function that shuts a server down: those that
// get a context to end with, that nothing waits for, while a deferred Close takes
// away what they work with.
func (c *checker) workers(body *ast.BlockStmt, goes []*ast.GoStmt, defers []*ast.DeferStmt) {
	if c.waits(body) || !c.closes(defers) {
		return
	}
	for _, g := range goes {
		fn := typequery.Callee(c.TypesInfo, g.Call)
		if fn == nil || len(g.Call.Args) == 0 || !c.isContext(g.Call.Args[0]) || c.facts.Serves(fn) {
			continue
		}
		c.report(g, CategoryWorker, fmt.Sprintf("nothing waits for %s when the program stops: what it works with is closed under it, and its work is cut off", typequery.Name(g.Call.Fun)))
	}
}

func (c *checker) isContext(e ast.Expr) bool {
	t := c.TypesInfo.TypeOf(e)
	return t != nil && typequery.IsNamed(t, "context", "Context")
}

// closes reports whether a deferred call closes something.
func (c *checker) closes(defers []*ast.DeferStmt) bool {
	for _, d := range defers {
		if fn := typequery.Callee(c.TypesInfo, d.Call); fn != nil && fn.Name() == "Close" {
			return true
		}
	}
	return false
}

// waits reports whether a function waits for its goroutines: a group, or a
// receive from anything but a signal or the end of a context.
func (c *checker) waits(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				call, isCall := n.X.(*ast.CallExpr)
				sig := typequery.IsNamed(elem(c.TypesInfo.TypeOf(n.X)), "os", "Signal")
				found = found || !sig && (!isCall || !isDone(call))
			}
		case *ast.CallExpr:
			fn := typequery.Callee(c.TypesInfo, n)
			found = found || fn != nil && fn.Name() == "Wait"
		}
		return !found
	})
	return found
}

func isDone(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Done"
}

// elem returns what a channel carries.
func elem(t types.Type) types.Type {
	if t != nil {
		if ch, ok := t.Underlying().(*types.Chan); ok {
			return ch.Elem()
		}
	}
	return types.Typ[types.Invalid]
}

// crons reports schedulers that are started and never stopped in their package.
func (c *checker) crons(bodies []*ast.BlockStmt) {
	var start *ast.CallExpr
	for _, body := range bodies {
		ast.Inspect(body, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn := typequery.Callee(c.TypesInfo, call)
			if fn == nil || fn.Signature().Recv() == nil || !isCron(fn.Signature().Recv().Type()) {
				return true
			}
			switch fn.Name() {
			case "Stop":
				bodies = nil
			case "Start", "Run":
				if start == nil && !c.escapes(call) {
					start = call
				}
			}
			return true
		})
		if bodies == nil {
			return
		}
	}
	if start != nil {
		c.report(start, CategoryWorker, fmt.Sprintf("%s starts a scheduler that nothing stops: a stop or deployment cuts a job off half way", typequery.Name(start.Fun)))
	}
}

func isCron(t types.Type) bool {
	return typequery.IsNamed(t, "github.com/robfig/cron/v3", "Cron") || typequery.IsNamed(t, "github.com/robfig/cron", "Cron")
}

// escapes reports whether the scheduler is kept where somebody else may stop it.
func (c *checker) escapes(call *ast.CallExpr) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	if !ok {
		return true // a field
	}
	v := c.TypesInfo.Uses[id]
	returned := false
	for _, n := range typequery.Path(c.Pass, call.Pos()) {
		fd, ok := n.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(fd, func(n ast.Node) bool {
			if ret, ok := n.(*ast.ReturnStmt); ok {
				for _, r := range ret.Results {
					x, ok := ast.Unparen(r).(*ast.Ident)
					returned = returned || ok && c.TypesInfo.Uses[x] == v
				}
			}
			return !returned
		})
	}
	return returned || v == nil || v.Parent() == c.Pkg.Scope()
}
