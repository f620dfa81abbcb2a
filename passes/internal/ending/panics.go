package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Panics returns what in a body may panic without a recover around it, as
// written, and where. Of the functions that it calls, those count whose own body
// has a panic: farther away somebody has made sure, or nobody can tell.
func (s *Solver) Panics(body *ast.BlockStmt) (what string, at ast.Node) { return s.panics(body, true) }

func (s *Solver) panics(body *ast.BlockStmt, callees bool) (what string, at ast.Node) {
	guard := s.guardedFrom(body)
	found := func(w string, n ast.Node) {
		if at == nil && (guard == token.NoPos || n.Pos() < guard) {
			what, at = w, n
		}
	}
	s.scan(body, callees, found)
	return what, at
}

// scan reports the nodes of a body that may panic.
func (s *Solver) scan(body *ast.BlockStmt, callees bool, found func(string, ast.Node)) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt:
			return false
		case *ast.IfStmt:
			if s.never[n] {
				return false
			}
		case *ast.CaseClause:
			return n.List != nil // what default refuses cannot happen
		case *ast.TypeSwitchStmt:
			s.scan(n.Body, callees, found)
			return false
		case *ast.AssignStmt:
			if len(n.Lhs) == 2 && len(n.Rhs) == 1 {
				if a, ok := ast.Unparen(n.Rhs[0]).(*ast.TypeAssertExpr); ok {
					s.scanExpr(a.X, callees, found)
					return false
				}
			}
		case *ast.TypeAssertExpr:
			if n.Type != nil && s.foreign(n.X) {
				found(types.ExprString(n), n)
			}
		case *ast.CallExpr:
			s.scanCall(n, callees, found)
		}
		return true
	})
}

func (s *Solver) scanExpr(e ast.Expr, callees bool, found func(string, ast.Node)) {
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			s.scanCall(call, callees, found)
		}
		return true
	})
}

// explicit is how a call of panic is told.
const explicit = "panic"

// invariant matches the texts of panics that guard what cannot happen.
var invariant = regexp.MustCompile(`(?i)unreach|impossible|unexpected|unknown|unsupported|invalid|bug|implement|should|must|cannot|can't|never`)

func (s *Solver) scanCall(call *ast.CallExpr, callees bool, found func(string, ast.Node)) {
	if s.builtin(call, "panic") {
		if !invariant.MatchString(types.ExprString(call.Args[0])) {
			found(explicit, call)
		}
		return
	}
	if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		if what, at := s.panics(lit.Body, callees); at != nil {
			found(what, at)
		}
		return
	}
	fn := typequery.Callee(s.in.Info, call)
	if fn == nil || !callees || errpath.Logs(fn) {
		return
	}
	if s.Summary(fn).Panics == explicit {
		found(short(call), call)
	}
}

// foreign reports whether a value comes from where anybody may have put
// anything: the values of a context, a map of any.
func (s *Solver) foreign(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn := typequery.Callee(s.in.Info, e)
		return fn != nil && (fn.Name() == "Value" && typequery.IsNamed(recvType(fn), "context", "Context") || fn.Name() == "MustGet")
	case *ast.IndexExpr:
		m, ok := s.in.Info.TypeOf(e.X).Underlying().(*types.Map)
		if !ok {
			return false
		}
		i, ok := m.Elem().Underlying().(*types.Interface)
		return ok && i.NumMethods() == 0
	case *ast.Ident:
		init := s.definition(e)
		return init != nil && s.foreign(init)
	}
	return false
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}

// definition returns what a local variable is defined as, v := x; nil if that is
// another variable. The definitions of the package are collected when first
// asked for.
func (s *Solver) definition(id *ast.Ident) ast.Expr {
	if s.defs == nil {
		s.defs = make(map[types.Object]ast.Expr)
		for _, f := range s.in.Files {
			ast.Inspect(f, func(n ast.Node) bool {
				as, ok := n.(*ast.AssignStmt)
				if ok && as.Tok == token.DEFINE && len(as.Lhs) == 1 && len(as.Rhs) == 1 {
					if v, ok := as.Lhs[0].(*ast.Ident); ok && s.in.Info.Defs[v] != nil {
						s.defs[s.in.Info.Defs[v]] = as.Rhs[0]
					}
				}
				return true
			})
		}
	}
	init := s.defs[s.in.Info.Uses[id]]
	if _, isIdent := init.(*ast.Ident); isIdent {
		return nil
	}
	return init
}

// recovery matches the names of functions of other packages that recover, however
// deep inside.
var recovery = regexp.MustCompile(`(?i)recover|(handle|catch|on)_?(panic|crash)`)

// guardedFrom returns from where on a body is safe from panics: the first defer
// of a function that calls recover itself, or is named for it in another package.
func (s *Solver) guardedFrom(body *ast.BlockStmt) token.Pos {
	for _, stmt := range body.List {
		d, ok := stmt.(*ast.DeferStmt)
		if !ok {
			continue
		}
		if lit, ok := ast.Unparen(d.Call.Fun).(*ast.FuncLit); ok && s.recovers(lit.Body) {
			return d.Pos()
		}
		if fn := typequery.Callee(s.in.Info, d.Call); fn != nil && (s.Summary(fn).Recovers || fn.Pkg() != s.in.Pkg && recovery.MatchString(fn.Name())) {
			return d.Pos()
		}
	}
	return token.NoPos
}
