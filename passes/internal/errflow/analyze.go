package errflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"regexp"
	"slices"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Summary is what callers may rely on.
type Summary struct {
	Effect    Effect
	AlwaysNil bool // the error result is nil on every path
	Told      bool // it logs its own failure, so a dropped error is not silent
}

// An Importer returns the summary of a function of another package; the zero
// Summary if nothing is known.
type Importer func(*types.Func) Summary

// An Input is one type-checked package.
type Input struct {
	Pkg    *types.Package
	Info   *types.Info
	Files  []*ast.File
	Table  *Table
	Import Importer
}

type function struct {
	obj   *types.Func
	decl  *ast.FuncDecl
	calls []*types.Func // callees whose error the function does not drop
}

// A Solver answers for every function the package can call.
type Solver struct {
	in   Input
	sums map[*types.Func]Summary
}

// Solve computes the summaries of the package's functions: a fixed point over
// its static calls, which only ever adds effects.
func Solve(in Input) *Solver {
	s := &Solver{in: in, sums: make(map[*types.Func]Summary)}
	funcs := s.collect()
	for changed := true; changed; {
		changed = false
		for _, f := range funcs {
			old := s.sums[f.obj]
			now := old
			for _, callee := range f.calls {
				now.Effect |= s.Summary(callee).Effect
			}
			now.AlwaysNil = old.AlwaysNil || s.alwaysNil(f)
			now.Told = old.Told || s.tells(f)
			if now != old {
				s.sums[f.obj] = now
				changed = true
			}
		}
	}
	return s
}

// Summary returns what is known of fn.
func (s *Solver) Summary(fn *types.Func) Summary {
	if e, ok := s.in.Table.Effect(fn); ok {
		return Summary{Effect: e}
	}
	if e := presumed(fn); e != 0 {
		return Summary{Effect: e}
	}
	if fn.Pkg() == s.in.Pkg {
		return s.sums[fn]
	}
	return s.in.Import(fn)
}

// Functions calls f for every declared function with a summary.
func (s *Solver) Functions(f func(*types.Func, Summary)) {
	for _, file := range s.in.Files {
		for _, d := range file.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok {
				if obj, ok := s.in.Info.Defs[fd.Name].(*types.Func); ok && s.sums[obj] != (Summary{}) {
					f(obj, s.sums[obj])
				}
			}
		}
	}
}

func (s *Solver) collect() []function {
	var out []function
	for _, file := range s.in.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			if obj, ok := s.in.Info.Defs[fd.Name].(*types.Func); ok {
				out = append(out, function{obj, fd, s.keptCalls(fd.Body)})
			}
		}
	}
	return out
}

// keptCalls lists the callees of body that can fail and whose error is not
// dropped on the spot. What a goroutine or a deferred call does is not the
// function's own failure.
func (s *Solver) keptCalls(body *ast.BlockStmt) []*types.Func {
	var out []*types.Func
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt, *ast.DeferStmt, *ast.FuncLit:
			return false
		case *ast.ExprStmt:
			if call, ok := n.X.(*ast.CallExpr); ok && (ReturnsError(s.in.Info, call) || Carries(s.in.Info, call)) {
				return false
			}
		case *ast.CallExpr:
			if fn := typequery.Callee(s.in.Info, n); fn != nil && fn.Signature().Results().Len() > 0 {
				out = append(out, fn)
			}
		}
		return true
	})
	return out
}

// alwaysNil reports whether every return of f has nil as its error: literally,
// as the result of a function that is always nil, or in a variable that never
// holds anything else.
func (s *Solver) alwaysNil(f function) bool {
	sig := f.obj.Signature()
	last := sig.Results().Len() - 1
	if last < 0 || !typequery.IsError(sig.Results().At(last).Type()) {
		return false
	}
	always, seen := true, false
	vars := s.nilVars(f.decl)
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			seen = true
			if len(n.Results) == 0 {
				always = always && vars[sig.Results().At(last)]
				break
			}
			always = always && s.nilExpr(n.Results[len(n.Results)-1], vars)
		}
		return always
	})
	return always && seen
}

// nilVars returns the error variables of a function that are set to nil only.
func (s *Solver) nilVars(fd *ast.FuncDecl) map[types.Object]bool {
	out := make(map[types.Object]bool)
	if r := fd.Type.Results; r != nil {
		for _, field := range r.List {
			for _, name := range field.Names {
				out[s.in.Info.Defs[name]] = true
			}
		}
	}
	bad := make(map[types.Object]bool)
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, l := range n.Lhs {
				id, ok := l.(*ast.Ident)
				if !ok || s.in.Info.ObjectOf(id) == nil || !typequery.IsError(s.in.Info.ObjectOf(id).Type()) {
					continue
				}
				out[s.in.Info.ObjectOf(id)] = true
				set := n.Rhs[min(i, len(n.Rhs)-1)]
				if len(n.Rhs) != len(n.Lhs) && i != len(n.Lhs)-1 || !s.nilExpr(set, nil) {
					bad[s.in.Info.ObjectOf(id)] = true
				}
			}
		case *ast.ValueSpec:
			for _, id := range n.Names {
				out[s.in.Info.Defs[id]] = true
				bad[s.in.Info.Defs[id]] = len(n.Values) > 0
			}
		case *ast.UnaryExpr:
			if id, ok := n.X.(*ast.Ident); ok && n.Op == token.AND {
				bad[s.in.Info.ObjectOf(id)] = true
			}
		}
		return true
	})
	maps.DeleteFunc(out, func(v types.Object, _ bool) bool { return bad[v] })
	return out
}

func (s *Solver) nilExpr(e ast.Expr, vars map[types.Object]bool) bool {
	e = ast.Unparen(e)
	if typequery.IsNil(s.in.Info, e) {
		return true
	}
	if id, ok := e.(*ast.Ident); ok {
		return vars[s.in.Info.Uses[id]]
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(s.in.Info, call)
	return fn != nil && s.Summary(fn).AlwaysNil
}

// tells reports whether f logs where one of its calls failed, or passes the
// error of a function on that does.
func (s *Solver) tells(f function) bool {
	found := false
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.IfStmt:
			if v, isNil := typequery.ErrorTest(s.in.Info, n.Cond); v != nil && !isNil {
				found = found || slices.ContainsFunc(n.Body.List, logs)
			}
		case *ast.ReturnStmt:
			if len(n.Results) == 1 {
				if call, ok := ast.Unparen(n.Results[0]).(*ast.CallExpr); ok {
					fn := typequery.Callee(s.in.Info, call)
					found = found || fn != nil && s.Summary(fn).Told
				}
			}
		}
		return !found
	})
	return found
}

func logs(stmt ast.Stmt) bool {
	x, ok := stmt.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := x.X.(*ast.CallExpr)
	return ok && IsLog(call)
}

var logName = regexp.MustCompile(`(?i)^(log|logger|slog|klog|glog|zap|logrus|zerolog|l|lg|logf|logln)$`)

// IsLog reports whether the call writes a log line: its selector chain names a
// logger, or it is fmt.Print and its kin.
func IsLog(call *ast.CallExpr) bool {
	for e := ast.Expr(call); ; {
		switch x := e.(type) {
		case *ast.CallExpr:
			e = x.Fun
		case *ast.SelectorExpr:
			if logName.MatchString(x.Sel.Name) {
				return true
			}
			e = x.X
		case *ast.Ident:
			return logName.MatchString(x.Name) || x.Name == "fmt"
		default:
			return false
		}
	}
}

// Carries reports whether the result of the call carries its error.
func Carries(info *types.Info, call *ast.CallExpr) bool {
	t := info.TypeOf(call)
	return t != nil && errpath.Carrier(t)
}

// ReturnsError reports whether the last result of the call is an error.
func ReturnsError(info *types.Info, call *ast.CallExpr) bool {
	switch t := info.TypeOf(call).(type) {
	case nil:
		return false
	case *types.Tuple:
		return t.Len() > 0 && typequery.IsError(t.At(t.Len()-1).Type())
	default:
		return typequery.IsError(t)
	}
}
