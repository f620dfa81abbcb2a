package ctxless

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// detachers run their function argument when the context may be gone.
var detachers = map[string]bool{
	"time.AfterFunc":                        true,
	"context.AfterFunc":                     true,
	"runtime.AddCleanup":                    true,
	"runtime.SetFinalizer":                  true,
	"(*testing.common).Cleanup":             true,
	"(testing.TB).Cleanup":                  true,
	"(*net/http.Server).RegisterOnShutdown": true,
}

// contextFor returns the expression for the context that the call should use,
// or "" if there is none or the code is detached from it on purpose.
func contextFor(pass *analysis.Pass, cur inspector.Cursor) string {
	return callersContext(pass, cur, func(*types.Var) bool { return true })
}

// callersContext is contextFor among the variables that ok accepts.
func callersContext(pass *analysis.Pass, cur inspector.Cursor, ok func(*types.Var) bool) string {
	var limit ast.Node
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			if limit == nil {
				return "" // the call itself is started or deferred
			}
		case *ast.FuncLit:
			if limit == nil && detached(pass, c) {
				limit = n
			}
		case *ast.FuncDecl:
			if n.Recv == nil && (n.Name.Name == "init" || n.Name.Name == "main" && pass.Pkg.Name() == "main") {
				return ""
			}
		}
	}
	return typequery.ContextInScope(pass, cur.Node().Pos(), limit, func(v *types.Var) bool {
		return ok(v) && !freshVar(pass, cur, v) && !over(pass, cur, v) && !assignedBy(pass, cur, v)
	})
}

// detached reports whether a function literal runs apart from the function
// around it: started, deferred, kept for later, or kept at all.
func detached(pass *analysis.Pass, lit inspector.Cursor) bool {
	parent := lit.Parent()
	call, ok := parent.Node().(*ast.CallExpr)
	if !ok {
		return true // assigned, stored or returned: it runs who knows when
	}
	if lit.ParentEdgeKind() == edge.CallExpr_Fun {
		switch parent.Parent().Node().(type) {
		case *ast.GoStmt, *ast.DeferStmt:
			return true
		}
		return false
	}
	if schedules(pass.TypesInfo, call, lit.Node().(*ast.FuncLit)) {
		return true
	}
	fn := typequery.Callee(pass.TypesInfo, call)
	return fn != nil && (detachers[fn.FullName()] || starts(fn) || registering.MatchString(fn.Name()))
}

// registering matches names of functions that keep what they get for later.
var registering = regexp.MustCompile(`^(Set|On|Register|Subscribe|Hook|Listen|Notify)([A-Z]|$)`)

// schedules reports whether a call gets a literal without results beside a
// duration: it runs the literal when that is over.
func schedules(info *types.Info, call *ast.CallExpr, lit *ast.FuncLit) bool {
	return lit.Type.Results.NumFields() == 0 && slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		t := info.TypeOf(a)
		return t != nil && typequery.IsNamed(t, "time", "Duration")
	})
}

// startName matches names of functions that start what they get.
var startName = regexp.MustCompile(`^(Go|FireAndForget|Async|RunAsync|Spawn|Detach)`)

// starts reports whether a function is a go statement by another name, as
// safe.Go(func()): it takes a function without results and nobody waits for it.
func starts(fn *types.Func) bool {
	sig := fn.Signature()
	if !startName.MatchString(fn.Name()) || sig.Recv() != nil || sig.Results().Len() > 0 || sig.Params().Len() == 0 {
		return false
	}
	f, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	return ok && f.Results().Len() == 0
}

// freshVar reports whether v is only ever a context that nothing cancels, so
// that passing it on gains nothing.
func freshVar(pass *analysis.Pass, cur inspector.Cursor, v *types.Var) bool {
	fresh := false
	for c := range typequery.Outermost(cur) {
		ast.Inspect(c.Node(), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, lhs := range n.Lhs {
					id, ok := lhs.(*ast.Ident)
					if ok && pass.TypesInfo.ObjectOf(id) == v {
						fresh = len(n.Rhs) == len(n.Lhs) && rooted(pass.TypesInfo, n.Rhs[i]) || i == 0 && len(n.Rhs) == 1 && spanned(pass.TypesInfo, n.Rhs[0])
					}
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if pass.TypesInfo.Defs[id] == v && i < len(n.Values) {
						fresh = rooted(pass.TypesInfo, n.Values[i])
					}
				}
			}
			return true
		})
	}
	return fresh
}

// assignedBy reports whether the statement of cur is what gives v its value.
func assignedBy(pass *analysis.Pass, cur inspector.Cursor, v *types.Var) bool {
	for c := range cur.Enclosing((*ast.AssignStmt)(nil), (*ast.FuncLit)(nil)) {
		as, ok := c.Node().(*ast.AssignStmt)
		return ok && v.Kind() == types.LocalVar && slices.ContainsFunc(as.Lhs, func(l ast.Expr) bool { return typequery.ObjectOf(pass.TypesInfo, l) == types.Object(v) })
	}
	return false
}

// over reports whether v is a context that the function has cancelled by a
// statement before: passing it on would fail at once.
func over(pass *analysis.Pass, cur inspector.Cursor, v *types.Var) bool {
	found := false
	for c := range typequery.Outermost(cur) {
		ast.Inspect(c.Node(), func(n ast.Node) bool {
			block, ok := n.(*ast.BlockStmt)
			if !ok || found {
				return !found
			}
			var cancel types.Object
			for _, s := range block.List {
				switch s := s.(type) {
				case *ast.AssignStmt:
					if len(s.Lhs) == 2 && typequery.ObjectOf(pass.TypesInfo, s.Lhs[0]) == types.Object(v) {
						cancel = typequery.ObjectOf(pass.TypesInfo, s.Lhs[1])
					}
				case *ast.ExprStmt:
					call, ok := s.X.(*ast.CallExpr)
					found = found || ok && cancel != nil && s.End() < cur.Node().Pos() && typequery.ObjectOf(pass.TypesInfo, call.Fun) == cancel
				}
			}
			return !found
		})
	}
	return found
}

// spanned reports whether a call makes a context of a fresh one beside something
// else that is not its end: a span.
func spanned(info *types.Info, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(info, call)
	if fn == nil || fn.Signature().Results().Len() != 2 {
		return false
	}
	_, cancels := fn.Signature().Results().At(1).Type().Underlying().(*types.Signature)
	return !cancels && rooted(info, e)
}

// rooted reports whether a context is a fresh one, or a fresh one with values.
func rooted(info *types.Info, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if isFresh(info, call) {
		return true
	}
	for _, a := range call.Args {
		if t := info.TypeOf(a); t != nil && typequery.IsNamed(t, "context", "Context") {
			return rooted(info, a)
		}
	}
	return false
}
