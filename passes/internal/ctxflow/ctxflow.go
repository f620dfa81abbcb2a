// Package ctxflow finds work that waits for another process without a context:
// calls that have a twin with one, gorm chains without WithContext, and, as
// facts, the functions that do such work and take no context themselves.
package ctxflow

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Chain is how a function comes to wait without a context: the functions it
// calls, the last of which waits. It is empty if it does not.
type Chain []string

// maxChain is how many links of a chain are told.
const maxChain = 3

// An Input is one type-checked package.
type Input struct {
	Pkg    *types.Package
	Info   *types.Info
	Files  []*ast.File
	Effect func(*types.Func) errflow.Effect
	// Import returns the chain of a function of another package.
	Import func(*types.Func) Chain
}

// A Solver answers for one package.
type Solver struct {
	in     Input
	order  []*types.Func
	decls  map[*types.Func]*ast.FuncDecl
	chains map[*types.Func]Chain
	sets   map[types.Object][]ast.Expr // see assignments
}

// Solve computes the chains of the package's functions: a fixed point over its
// static calls that prefers short chains.
func Solve(in Input) *Solver {
	s := &Solver{in: in, decls: make(map[*types.Func]*ast.FuncDecl), chains: make(map[*types.Func]Chain)}
	for _, f := range in.Files {
		for _, d := range f.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			if fn, ok := in.Info.Defs[fd.Name].(*types.Func); ok && s.plain(fn, fd) {
				s.decls[fn] = fd
				s.order = append(s.order, fn)
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, fn := range s.order {
			if now := s.chain(fn); len(now) > 0 && (len(s.chains[fn]) == 0 || len(now) < len(s.chains[fn])) {
				s.chains[fn] = now
				changed = true
			}
		}
	}
	return s
}

// Chain returns how fn comes to wait without a context.
func (s *Solver) Chain(fn *types.Func) Chain {
	if fn.Pkg() == s.in.Pkg {
		return s.chains[fn]
	}
	return s.in.Import(fn)
}

// Functions calls f for every declared function with a chain.
func (s *Solver) Functions(f func(*types.Func, Chain)) {
	for _, fn := range s.order {
		if c := s.chains[fn]; len(c) > 0 {
			f(fn, c)
		}
	}
}

// Decl returns the declaration of a function of the package that takes no
// context, or nil.
func (s *Solver) Decl(fn *types.Func) *ast.FuncDecl { return s.decls[fn] }

// plain reports whether a function neither gets a context nor makes one.
func (s *Solver) plain(fn *types.Func, fd *ast.FuncDecl) bool {
	sig := fn.Signature()
	if sig.Recv() == nil && (fn.Name() == "main" || fn.Name() == "init") {
		return false
	}
	for i := range sig.Params().Len() {
		if typequery.ContextIn(sig.Params().At(i).Type(), "x") != "" {
			return false
		}
	}
	return !holdsContext(sig) && !s.makesContext(fd.Body)
}

// holdsContext reports whether the receiver has a field that is a context.
func holdsContext(sig *types.Signature) bool {
	if sig.Recv() == nil {
		return false
	}
	t := sig.Recv().Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if typequery.IsNamed(st.Field(i).Type(), "context", "Context") {
			return true
		}
	}
	return false
}

func (s *Solver) makesContext(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			fn := typequery.Callee(s.in.Info, call)
			found = found || fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "context" && !s.fresh(call) || fn != nil && fn.Name() == "WithContext"
		}
		return !found
	})
	return found
}

func (s *Solver) chain(fn *types.Func) Chain {
	var best Chain
	s.Waits(s.decls[fn], func(call *ast.CallExpr, c Chain) {
		if len(best) == 0 || len(c) < len(best) {
			best = c
		}
	})
	return best
}

// Waits calls f for every call in a function that waits without a context,
// itself or through the functions it calls: not in literals and goroutines,
// which may have to outlive any context.
func (s *Solver) Waits(fd *ast.FuncDecl, f func(*ast.CallExpr, Chain)) {
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			return false
		case *ast.CallExpr:
			if c := s.waitsAt(fd, n); len(c) > 0 {
				f(n, c)
			}
		}
		return true
	})
}

// waitsAt returns how a call in fd waits without a context.
func (s *Solver) waitsAt(fd *ast.FuncDecl, call *ast.CallExpr) Chain {
	if alt, ok := s.Alternative(call); ok {
		if alt.Request {
			do := s.call(fd, "Do")
			if do == nil {
				return nil // only a request; who sends it is another matter
			}
			return Chain{typequery.Name(do.Fun)}
		}
		if alt.Category == Exec && (s.call(fd, "Start") != nil || !s.runs(fd)) {
			return nil // a process that lives on, or that somebody else runs
		}
		return Chain{typequery.Name(call.Fun)}
	}
	fn := typequery.Callee(s.in.Info, call)
	if fn == nil || s.transacted(call, fn) {
		return nil
	}
	if takesContext(fn.Signature()) && len(call.Args) > 0 && s.in.Effect(fn)&errflow.Remote != 0 && s.fresh(call.Args[0]) &&
		!keeps(fn) && !strings.HasPrefix(fn.Name(), fd.Name.Name) { // Find is FindContext without one
		return Chain{typequery.Name(call.Fun)} // with a context that is nobody's
	}
	c := s.Chain(fn)
	if len(c) == 0 || len(c) >= maxChain {
		return nil
	}
	return append(Chain{fn.Name()}, c...)
}

// runs reports whether a function waits for a command.
func (s *Solver) runs(fd *ast.FuncDecl) bool {
	return slices.ContainsFunc([]string{"Run", "Output", "CombinedOutput", "Wait"}, func(name string) bool { return s.call(fd, name) != nil })
}

// keeps reports whether a function by its name makes something that keeps the
// context it gets: a client, a source of tokens.
func keeps(fn *types.Func) bool {
	return strings.HasPrefix(fn.Name(), "New") || strings.HasSuffix(fn.Name(), "Source") || strings.HasSuffix(fn.Name(), "Client")
}

// fresh reports whether a context is a new one that nothing ends.
func (s *Solver) fresh(e ast.Expr) bool {
	switch e := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn := typequery.Callee(s.in.Info, e)
		return fn != nil && (fn.FullName() == "context.Background" || fn.FullName() == "context.TODO")
	case *ast.Ident:
		made := s.assignments()[s.in.Info.Uses[e]]
		return len(made) == 1 && s.fresh(made[0])
	}
	return false
}

// call returns a call in a function of something of that name.
func (s *Solver) call(fd *ast.FuncDecl, name string) *ast.CallExpr {
	var found *ast.CallExpr
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && found == nil {
			if fn := typequery.Callee(s.in.Info, call); fn != nil && fn.Name() == name {
				found = call
			}
		}
		return found == nil
	})
	return found
}
