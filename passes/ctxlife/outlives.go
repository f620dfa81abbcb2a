package ctxlife

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// waits reports whether the function waits for anything that it has started (a
// group, a receive), or lives on beside it in an endless loop.
func (s *scope) waits() bool {
	found := false
	ast.Inspect(s.body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			return false // waits for itself
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		case *ast.SelectStmt:
			found = true
		case *ast.ForStmt:
			found = found || n.Cond == nil // it serves as long as its goroutines
		case *ast.RangeStmt:
			if t := s.TypesInfo.TypeOf(n.X); t != nil {
				_, channel := t.Underlying().(*types.Chan)
				found = found || channel
			}
		case *ast.CallExpr:
			fn := typequery.Callee(s.TypesInfo, n)
			found = found || fn != nil && (fn.Name() == "Wait" || fn.Name() == "Copy" && errpath.IsResponder(recvType(fn)))
		}
		return !found
	})
	return found
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}

// outlives reports the goroutines that use a dying context, and the structs
// that carry one away.
func (s *scope) outlives() {
	s.own(func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			if name := s.uses(n); name != "" {
				s.Report(analysis.Diagnostic{
					Pos: n.Pos(), End: n.Call.Fun.Pos(), Category: CategoryOutlives,
					Message: fmt.Sprintf("the goroutine started here uses %s, which ends when the function returns: its work is cut off", name),
				})
			}
			return false
		case *ast.SendStmt:
			if s.carries(n.Value) {
				s.kept(n.Value, "goes to whoever receives it")
			}
			s.carried(n.Value)
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				if len(n.Lhs) == len(n.Rhs) && s.isKept(l) && s.carries(n.Rhs[i]) {
					s.kept(n.Rhs[i], "is kept in "+typequery.Name(l))
				}
			}
		}
		return true
	})
}

// isKept reports whether what is assigned to l stays when the function returns:
// a field or an element of a variable of the package, or of the receiver of a
// handler, which lives as long as the server.
func (s *scope) isKept(l ast.Expr) bool {
	for {
		switch e := ast.Unparen(l).(type) {
		case *ast.SelectorExpr:
			l = e.X
			continue
		case *ast.IndexExpr:
			l = e.X
			continue
		case *ast.Ident:
			v, ok := s.TypesInfo.Uses[e].(*types.Var)
			return ok && (v.Parent() == s.Pkg.Scope() || v.Kind() == types.RecvVar)
		}
		return false
	}
}

func (s *scope) kept(e ast.Expr, how string) {
	s.Report(analysis.Diagnostic{
		Pos: e.Pos(), End: e.End(), Category: CategoryOutlives,
		Message: fmt.Sprintf("%s %s, and ends when the function returns: the work that uses it is cut off", typequery.Name(e), how),
	})
}

// uses returns the dying context that a goroutine uses, as written.
func (s *scope) uses(g *ast.GoStmt) string {
	for _, a := range g.Call.Args {
		if (s.carries(a) || s.isCarrier(a)) && !s.asksValues(g.Call) {
			return typequery.Name(a)
		}
	}
	lit, ok := ast.Unparen(g.Call.Fun).(*ast.FuncLit)
	if !ok || s.watches(lit) {
		return ""
	}
	name := ""
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		if name != "" {
			return false
		}
		if lit, ok := n.(*ast.CompositeLit); ok && s.endsItself(lit) {
			return false
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if s.carries(call) { // r.Context()
			name = typequery.Name(call)
			return false
		}
		i := slices.IndexFunc(call.Args, func(a ast.Expr) bool { return s.carries(a) || s.isCarrier(a) })
		if i >= 0 && !s.detaches(call) && !s.asksValues(call) {
			name = typequery.Name(call.Args[i])
		}
		return name == "" && !s.detaches(call) && !s.asksValues(call)
	})
	return name
}

// endsItself reports whether a literal is a context with a Done of its own: of the
// one inside, only the values count.
func (s *scope) endsItself(lit *ast.CompositeLit) bool {
	t := s.TypesInfo.TypeOf(lit)
	if t == nil {
		return false
	}
	m, path, _ := types.LookupFieldOrMethod(t, true, s.Pkg, "Done")
	_, ok := m.(*types.Func)
	return ok && len(path) == 1
}

// watches reports whether a goroutine begins by waiting for the end of a context:
// what it does is to be done then.
func (s *scope) watches(lit *ast.FuncLit) bool {
	if len(lit.Body.List) == 0 {
		return false
	}
	x, ok := lit.Body.List[0].(*ast.ExprStmt)
	if !ok {
		return false
	}
	recv, ok := ast.Unparen(x.X).(*ast.UnaryExpr)
	if !ok || recv.Op != token.ARROW {
		return false
	}
	call, ok := recv.X.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(s.TypesInfo, call)
	return fn != nil && fn.FullName() == "(context.Context).Done"
}

// isCarrier reports whether e is the context of a framework itself, whose
// library takes it back when the handler returns.
func (s *scope) isCarrier(e ast.Expr) bool {
	obj := s.object(e)
	return obj != nil && s.dying[obj] && typequery.IsNamed(obj.Type(), "github.com/gin-gonic/gin", "Context")
}

// asksValues reports whether the called function only asks its context for values.
func (s *scope) asksValues(call *ast.CallExpr) bool {
	fn := typequery.Callee(s.TypesInfo, call)
	return fn != nil && s.facts().Values(fn)
}

// detaches reports whether a call makes a context that does not end with the
// one it gets.
func (s *scope) detaches(call *ast.CallExpr) bool {
	fn := typequery.Callee(s.TypesInfo, call)
	return fn != nil && (fn.Name() == "WithoutCancel" || s.facts().Detaches(fn))
}

// carried reports a struct literal with a dying context that is sent away.
func (s *scope) carried(e ast.Expr) {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		e = u.X
	}
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			elt = kv.Value
		}
		if s.carries(elt) {
			s.Report(analysis.Diagnostic{
				Pos: lit.Pos(), End: lit.End(), Category: CategoryOutlives,
				Message: fmt.Sprintf("%s goes to whoever receives this, and ends when the function returns: their work is cut off", typequery.Name(elt)),
			})
		}
	}
}
