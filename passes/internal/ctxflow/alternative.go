package ctxflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Alternative returns what to write instead of a call, if it should have taken
// a context.
func (s *Solver) Alternative(call *ast.CallExpr) (Alternative, bool) {
	fn := typequery.Callee(s.in.Info, call)
	if fn == nil || fn.Pkg() == nil {
		return Alternative{}, false
	}
	if fn.Pkg().Path() == "database/sql" && s.embedded() || s.transacted(call, fn) {
		return Alternative{}, false
	}
	if alt, ok := table[fn.FullName()]; ok {
		return alt, !s.dialsHere(call, fn)
	}
	if takesContext(fn.Signature()) || s.in.Effect(fn)&errflow.Remote == 0 {
		return Alternative{}, false
	}
	if fn.Pkg().Path() == gormPath {
		return Alternative{Category: Gorm, Event: SlowDatabase}, s.chainWithout(call)
	}
	if twin := twinOf(s.in.Pkg, fn); twin != nil {
		return Alternative{Category: Twin, Name: twin.Name(), Event: SlowPeer}, true
	}
	return Alternative{}, false
}

// transacted reports whether a call is on a transaction that this function has not
// begun without a context, or on a statement of one: whoever began it bound it to
// one, whose end rolls it back and refuses what comes later.
func (s *Solver) transacted(call *ast.CallExpr, fn *types.Func) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || fn.Signature().Recv() == nil {
		return false
	}
	switch t := s.in.Info.TypeOf(sel.X); {
	case t == nil:
		return false
	case isTx(t):
		return s.bound(sel.X)
	case typequery.IsNamed(t, "database/sql", "Stmt") || typequery.IsNamed(t, "github.com/jmoiron/sqlx", "Stmt"):
		return slices.ContainsFunc(s.assignments()[typequery.ObjectOf(s.in.Info, sel.X)], func(e ast.Expr) bool {
			made, ok := ast.Unparen(e).(*ast.CallExpr)
			if !ok {
				return false
			}
			from, ok := ast.Unparen(made.Fun).(*ast.SelectorExpr)
			return ok && s.in.Info.TypeOf(from.X) != nil && isTx(s.in.Info.TypeOf(from.X)) && s.bound(from.X)
		})
	}
	return false
}

// bound reports whether this function has not begun the transaction e without a
// context.
func (s *Solver) bound(e ast.Expr) bool {
	return !slices.ContainsFunc(s.assignments()[typequery.ObjectOf(s.in.Info, e)], func(e ast.Expr) bool {
		made, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		begin := typequery.Callee(s.in.Info, made)
		return begin != nil && !takesContext(begin.Signature())
	})
}

// isTx reports whether t is a transaction of database/sql or sqlx, or wraps one:
// it has their Commit and Rollback.
func isTx(t types.Type) bool {
	for _, name := range []string{"Commit", "Rollback"} {
		m, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
		fn, ok := m.(*types.Func)
		if !ok || fn.Signature().Params().Len() > 0 || fn.Signature().Results().Len() != 1 || !typequery.IsError(fn.Signature().Results().At(0).Type()) {
			return false
		}
	}
	return true
}

// dialsHere reports whether a call connects to a socket of this machine: that
// waits for nobody.
func (s *Solver) dialsHere(call *ast.CallExpr, fn *types.Func) bool {
	if fn.Pkg().Path() != "net" || len(call.Args) == 0 {
		return false
	}
	v := s.in.Info.Types[call.Args[0]].Value
	return v != nil && strings.HasPrefix(v.ExactString(), `"unix`)
}

// drivers are the databases that a package may import: true for those that run
// in the process, where there is no other side to wait for.
var drivers = map[string]bool{
	"github.com/mattn/go-sqlite3": true, "modernc.org/sqlite": true, "github.com/glebarez/go-sqlite": true,
	"github.com/ncruces/go-sqlite3/driver": true, "github.com/marcboeker/go-duckdb": true,
	"github.com/lib/pq": false, "github.com/jackc/pgx/v5/stdlib": false, "github.com/jackc/pgx/v4/stdlib": false,
	"github.com/go-sql-driver/mysql": false, "github.com/microsoft/go-mssqldb": false, "github.com/denisenkom/go-mssqldb": false,
}

// embedded reports whether the package imports drivers of databases in the
// process, and no other.
func (s *Solver) embedded() bool {
	found := false
	for _, p := range s.in.Pkg.Imports() {
		if inProcess, ok := drivers[p.Path()]; ok {
			if !inProcess {
				return false
			}
			found = true
		}
	}
	return found
}

// twinOf returns the function that does what fn does and takes a context
// first: FooContext, FooWithContext or FooCtx beside Foo.
func twinOf(from *types.Package, fn *types.Func) *types.Func {
	for _, suffix := range []string{"Context", "WithContext", "Ctx"} {
		var obj types.Object
		if recv := fn.Signature().Recv(); recv != nil {
			obj, _, _ = types.LookupFieldOrMethod(recv.Type(), true, from, fn.Name()+suffix)
		} else {
			obj = fn.Pkg().Scope().Lookup(fn.Name() + suffix)
		}
		if twin, ok := obj.(*types.Func); ok && (twin.Exported() || twin.Pkg() == from) && sameButContext(fn.Signature(), twin.Signature()) {
			return twin
		}
	}
	return nil
}

func takesContext(sig *types.Signature) bool {
	return sig.Params().Len() > 0 && typequery.IsNamed(sig.Params().At(0).Type(), "context", "Context")
}

// sameButContext reports whether b is a with a context in front.
func sameButContext(a, b *types.Signature) bool {
	if !takesContext(b) || b.Params().Len() != a.Params().Len()+1 || a.Variadic() != b.Variadic() || a.Results().Len() != b.Results().Len() {
		return false
	}
	for i := range a.Params().Len() {
		if !types.Identical(a.Params().At(i).Type(), b.Params().At(i+1).Type()) {
			return false
		}
	}
	for i := range a.Results().Len() {
		if !types.Identical(a.Results().At(i).Type(), b.Results().At(i).Type()) {
			return false
		}
	}
	return true
}

const gormPath = "gorm.io/gorm"

// chainWithout reports whether a gorm call stands on a chain that begins at a
// database which is nobody's in particular, without WithContext.
func (s *Solver) chainWithout(call *ast.CallExpr) bool { return s.Root(call) != nil }

// Root returns where a gorm chain without a context begins: a package-level
// variable, a field, a call that takes no context, or a local variable made of
// one of them. It is nil if the chain has a context, or may have one: a
// parameter's caller may have attached it.
func (s *Solver) Root(call *ast.CallExpr) ast.Expr {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !s.isGorm(sel.X) {
		return nil
	}
	return s.rootOf(sel.X, 0)
}

func (s *Solver) isGorm(e ast.Expr) bool {
	t := s.in.Info.TypeOf(e)
	return t != nil && typequery.IsNamed(t, gormPath, "DB")
}

func (s *Solver) rootOf(e ast.Expr, depth int) ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if ok && s.isGorm(sel.X) {
			if sel.Sel.Name == "WithContext" || sel.Sel.Name == "Session" && s.hasContext(e) {
				return nil
			}
			return s.rootOf(sel.X, depth)
		}
		if len(e.Args) == 0 {
			return e // GetDB()
		}
		return nil // made of who knows what
	case *ast.SelectorExpr:
		return e
	case *ast.Ident:
		return s.variable(e, depth)
	}
	return nil
}

// variable returns the root of the chain that a variable holds.
func (s *Solver) variable(id *ast.Ident, depth int) ast.Expr {
	v, ok := s.in.Info.Uses[id].(*types.Var)
	if !ok || v.Kind() == types.ParamVar || v.Kind() == types.ResultVar {
		return nil
	}
	if v.Parent() == s.in.Pkg.Scope() {
		return id
	}
	made := s.assignments()[v]
	if len(made) == 0 || depth > 3 {
		return nil
	}
	for _, e := range made {
		if x, ok := ast.Unparen(e).(*ast.CallExpr); ok && s.mentions(x, v) {
			if s.attaches(x) {
				return nil // q = q.WithContext(ctx)
			}
			continue // q = q.Where(...)
		}
		if s.rootOf(e, depth+1) == nil {
			return nil
		}
	}
	return id
}

// hasContext reports whether a session is made with a context.
func (s *Solver) hasContext(call *ast.CallExpr) bool {
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		found = found || ok && types.ExprString(kv.Key) == "Context"
		return !found
	})
	return found
}

// attaches reports whether a chain has a call of WithContext.
func (s *Solver) attaches(call *ast.CallExpr) bool {
	found := false
	ast.Inspect(call, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		found = found || ok && sel.Sel.Name == "WithContext"
		return !found
	})
	return found
}

// assignments returns what each variable of the package is set to, collected
// when first asked for.
func (s *Solver) assignments() map[types.Object][]ast.Expr {
	if s.sets != nil {
		return s.sets
	}
	s.sets = make(map[types.Object][]ast.Expr)
	for _, f := range s.in.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			as, ok := n.(*ast.AssignStmt)
			if !ok {
				return true
			}
			for i, l := range as.Lhs[:min(len(as.Lhs), len(as.Rhs))] { // of a call with several results, the first
				if id, ok := l.(*ast.Ident); ok && s.in.Info.ObjectOf(id) != nil {
					s.sets[s.in.Info.ObjectOf(id)] = append(s.sets[s.in.Info.ObjectOf(id)], as.Rhs[i])
				}
			}
			return true
		})
	}
	return s.sets
}

func (s *Solver) mentions(e ast.Expr, v *types.Var) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && s.in.Info.Uses[id] == v
		return !found
	})
	return found
}
