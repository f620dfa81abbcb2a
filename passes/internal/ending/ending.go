// Package ending finds out which functions may end the process, panic, or
// recover: what a server must not do while it serves, since all of its users
// share the process.
package ending

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Summary is what callers may expect of a function.
type Summary struct {
	Exits    string // the call that may end the process, as written; "" if none
	Panics   string // what may panic, as written; "" if nothing
	Recovers bool   // it calls recover itself, so it can be deferred for that
}

// An Input is one type-checked package.
type Input struct {
	Pkg   *types.Package
	Info  *types.Info
	Files []*ast.File
	// Import returns the summary of a function of another package; the zero
	// Summary if nothing is known.
	Import func(*types.Func) Summary
	// Infallible reports whether the error of a function is nil on every path.
	Infallible func(*types.Func) bool
}

// A Solver answers for every function that the package can call.
type Solver struct {
	in    Input
	order []*types.Func // in source order
	decls map[*types.Func]*ast.FuncDecl
	sums  map[*types.Func]Summary
	defs  map[types.Object]ast.Expr // see definition
	never map[*ast.IfStmt]bool      // branches on the error of what cannot fail
}

// Solve computes the summaries of the package's functions: a fixed point over
// its static calls, which only ever adds to them.
func Solve(in Input) *Solver {
	s := &Solver{in: in, decls: make(map[*types.Func]*ast.FuncDecl), sums: make(map[*types.Func]Summary), never: make(map[*ast.IfStmt]bool)}
	s.findNever()
	for _, f := range in.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
				if fn, ok := in.Info.Defs[fd.Name].(*types.Func); ok {
					s.decls[fn] = fd
					s.order = append(s.order, fn)
				}
			}
		}
	}
	for _, fn := range s.order { // first: who may panic depends on it
		s.sums[fn] = Summary{Recovers: s.recovers(s.decls[fn].Body)}
	}
	for changed := true; changed; {
		changed = false
		for _, fn := range s.order {
			if now := s.summarize(fn); now != s.sums[fn] {
				s.sums[fn] = now
				changed = true
			}
		}
	}
	return s
}

// Summary returns what is known of fn.
func (s *Solver) Summary(fn *types.Func) Summary {
	if fn.Pkg() == s.in.Pkg {
		return s.sums[fn]
	}
	return s.in.Import(fn)
}

// Functions calls f for every declared function with a summary.
func (s *Solver) Functions(f func(*types.Func, Summary)) {
	for _, fn := range s.order {
		if sum := s.sums[fn]; sum != (Summary{}) {
			f(fn, sum)
		}
	}
}

func (s *Solver) summarize(fn *types.Func) Summary {
	sum := s.sums[fn]
	body := s.decls[fn].Body
	must := strings.HasPrefix(strings.ToLower(fn.Name()), "must")
	if sum.Exits == "" {
		sum.Exits, _ = s.Exits(body)
	}
	if sum.Panics == "" && !must {
		sum.Panics, _ = s.panics(body, false)
	}
	return sum
}

// Exits returns the call in a body that may end the process while the function
// runs, as written, and the call itself.
func (s *Solver) Exits(body *ast.BlockStmt) (what string, at *ast.CallExpr) {
	s.own(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || at != nil {
			return at == nil
		}
		if w := s.ExitsAt(call); w != "" {
			what, at = w, call
		}
		return true
	})
	return what, at
}

// ExitsAt returns how a call may end the process; "" if it does not.
func (s *Solver) ExitsAt(call *ast.CallExpr) string {
	fn := typequery.Callee(s.in.Info, call)
	if fn == nil {
		return ""
	}
	if errpath.EndsProcess(fn) {
		if len(call.Args) == 1 && s.zero(call.Args[0]) {
			return "" // os.Exit(0): the work is done
		}
		return short(call)
	}
	if errpath.Logs(fn) {
		return "" // what a logger does when it cannot log is the logger's
	}
	return s.Summary(fn).Exits
}

// zero reports whether e is the constant 0.
func (s *Solver) zero(e ast.Expr) bool {
	v := s.in.Info.Types[e].Value
	return v != nil && v.ExactString() == "0"
}

// own visits the nodes that run when the body runs: literals only where they
// are called on the spot, deferred, or handed to (*sync.Once).Do. A false of
// visit leaves the children out.
func (s *Solver) own(body ast.Node, visit func(ast.Node) bool) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case nil:
			return false
		case *ast.FuncLit:
			return n.Body == body
		case *ast.IfStmt:
			return !s.never[n]
		case *ast.CallExpr:
			if !visit(n) {
				return false
			}
			if lit, ok := ast.Unparen(n.Fun).(*ast.FuncLit); ok {
				s.own(lit.Body, visit)
			}
			if fn := typequery.Callee(s.in.Info, n); fn != nil && fn.FullName() == "(*sync.Once).Do" {
				if lit, ok := ast.Unparen(n.Args[0]).(*ast.FuncLit); ok {
					s.own(lit.Body, visit)
				}
			}
			return true
		}
		return visit(n)
	})
}

// recovers reports whether a body calls recover itself.
func (s *Solver) recovers(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = found || s.builtin(n, "recover")
		}
		return !found
	})
	return found
}

func (s *Solver) builtin(call *ast.CallExpr, name string) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	return ok && s.in.Info.Uses[id] == types.Universe.Lookup(name)
}

// short prints a call without its arguments.
func short(call *ast.CallExpr) string { return typequery.Name(call.Fun) }
