package ctxless

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// madeFresh reports whether the function itself makes v of a fresh context: it is
// no caller's, whatever limit it has.
func (c *checker) madeFresh(cur inspector.Cursor, v *types.Var) bool {
	found := false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			as, ok := n.(*ast.AssignStmt)
			found = found || ok && v.Kind() == types.LocalVar && len(as.Rhs) == 1 && typequery.ObjectOf(c.TypesInfo, as.Lhs[0]) == types.Object(v) && rooted(c.TypesInfo, as.Rhs[0])
			return !found
		})
	}
	return found
}

// deliberate reports whether the use of a fresh context shows that the caller's
// (ctx, as written) is not meant: the request is only copied, its deadline is
// carried over, the context is a clock, or it undoes what the caller's has begun.
func (c *checker) deliberate(cur inspector.Cursor, ctx string) bool {
	if call, ok := cur.Parent().Node().(*ast.CallExpr); ok {
		if fn := typequery.Callee(c.TypesInfo, call); fn != nil && fn.FullName() == "(*net/http.Request).Clone" {
			return true
		}
	}
	var decl *ast.FuncDecl
	for f := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		decl = f.Node().(*ast.FuncDecl)
	}
	if decl == nil {
		return false
	}
	made := c.madeOf(cur)
	return c.onlyStarted(decl) || c.carriesDeadline(decl) || made != nil && (c.onlyAsked(decl, made) || c.undoes(decl, made, ctx))
}

// onlyStarted reports whether an unexported function runs in goroutines only: what
// its starter has may be over at once.
func (c *checker) onlyStarted(decl *ast.FuncDecl) bool {
	if decl.Name.IsExported() {
		return false
	}
	if c.starts == nil {
		c.countStarts()
	}
	n := c.starts[c.TypesInfo.Defs[decl.Name]]
	return n.inside > 0 && n.outside == 0
}

// mentions counts where a function is named: inside go statements, and outside.
type mentions struct{ inside, outside int }

// countStarts counts for every function of the package, once.
func (c *checker) countStarts() {
	c.starts = make(map[types.Object]mentions)
	for _, f := range c.Files {
		var until token.Pos // the end of the go statement around
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.GoStmt:
				until = max(until, n.End())
			case *ast.Ident:
				fn, ok := c.TypesInfo.Uses[n].(*types.Func)
				if !ok {
					break
				}
				m := c.starts[fn]
				if n.Pos() < until {
					m.inside++
				} else {
					m.outside++
				}
				c.starts[fn] = m
			}
			return true
		})
	}
}

// madeOf returns the variable that gets what is made of the fresh context with a
// limit of its own, or nil.
func (c *checker) madeOf(cur inspector.Cursor) types.Object {
	parent, ok := cur.Parent().Node().(*ast.CallExpr)
	if !ok {
		return nil
	}
	as, ok := cur.Parent().Parent().Node().(*ast.AssignStmt)
	fn := typequery.Callee(c.TypesInfo, parent)
	if !ok || fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "context" || len(as.Lhs) != 2 {
		return nil
	}
	return typequery.ObjectOf(c.TypesInfo, as.Lhs[0])
}

// carriesDeadline reports whether a function reads the deadline of a context, to
// give it to another one.
func (c *checker) carriesDeadline(decl ast.Node) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn := typequery.Callee(c.TypesInfo, call)
			found = found || fn != nil && fn.FullName() == "(context.Context).Deadline"
		}
		return !found
	})
	return found
}

// onlyAsked reports whether a function uses a context for its Done, Err and values
// only.
func (c *checker) onlyAsked(decl ast.Node, made types.Object) bool {
	asked, used := 0, 0
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if fn := typequery.Callee(c.TypesInfo, n); fn != nil && c.facts.Values(fn) && len(n.Args) > 0 && typequery.ObjectOf(c.TypesInfo, n.Args[0]) == made {
				asked++
			}
		case *ast.SelectorExpr:
			if typequery.ObjectOf(c.TypesInfo, n.X) == made {
				asked++
			}
		case *ast.Ident:
			if c.TypesInfo.Uses[n] == made {
				used++
			}
		}
		return true
	})
	return asked > 0 && asked == used
}

// undoing matches the names of functions that take back what was done.
var undoing = regexp.MustCompile(`(?i)^(delete|remove|abort|rollback|release|unlock|close|stop|cancel|clean|unregister|revoke|discard|destroy|drop|kill|terminate|leave)`)

// undoes reports whether a context goes to functions that take something back
// only, in a function that passes the caller's on elsewhere: that has to be done
// also when the caller has given up.
func (c *checker) undoes(decl ast.Node, made types.Object, ctx string) bool {
	undone, others, passed := 0, 0, false
	ast.Inspect(decl, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		passed = passed || slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return types.ExprString(a) == ctx })
		if slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return typequery.ObjectOf(c.TypesInfo, a) == made }) {
			if fn := typequery.Callee(c.TypesInfo, call); fn != nil && undoing.MatchString(fn.Name()) {
				undone++
			} else {
				others++
			}
		}
		return true
	})
	return undone > 0 && others == 0 && passed
}
