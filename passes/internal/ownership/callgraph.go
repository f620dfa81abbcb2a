package ownership

import (
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// callees returns the functions of this package that fn or its literals call
// statically, in order of first call.
func (e *engine) callees(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	seen := make(map[*ssa.Function]bool)
	for _, f := range append([]*ssa.Function{fn}, e.literals[fn]...) {
		eachCall(f, func(c ssa.CallInstruction) {
			callee := c.Common().StaticCallee()
			if callee == nil {
				callee = e.onlyImplementation(c.Common())
			}
			if callee == nil {
				return
			}
			if o := callee.Origin(); o != nil {
				callee = o
			}
			callee = outermost(callee)
			if callee.Pkg == fn.Pkg && callee.Blocks != nil && !seen[callee] {
				seen[callee] = true
				out = append(out, callee)
			}
		})
	}
	return out
}

func eachCall(fn *ssa.Function, f func(ssa.CallInstruction)) {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if c, ok := instr.(ssa.CallInstruction); ok {
				f(c)
			}
		}
	}
}

// components returns the strongly connected components of the call graph,
// callees before callers (Tarjan).
func components(roots []*ssa.Function, callees func(*ssa.Function) []*ssa.Function) [][]*ssa.Function {
	var (
		out   [][]*ssa.Function
		stack []*ssa.Function
		index = make(map[*ssa.Function]int)
		low   = make(map[*ssa.Function]int)
		on    = make(map[*ssa.Function]bool)
		visit func(*ssa.Function)
	)
	visit = func(v *ssa.Function) {
		index[v] = len(index) + 1
		low[v] = index[v]
		stack = append(stack, v)
		on[v] = true
		for _, w := range callees(v) {
			if index[w] == 0 {
				visit(w)
				low[v] = min(low[v], low[w])
			} else if on[w] {
				low[v] = min(low[v], index[w])
			}
		}
		if low[v] != index[v] {
			return
		}
		for i := len(stack) - 1; ; i-- {
			on[stack[i]] = false
			if stack[i] == v {
				out = append(out, append([]*ssa.Function(nil), stack[i:]...))
				stack = stack[:i]
				return
			}
		}
	}
	for _, r := range roots {
		if index[r] == 0 {
			visit(r)
		}
	}
	return out
}

// oneShots returns the functions that run once in the life of the process, or
// in a test: the entry points, and what only those call, not in a loop. A
// resource meant to live as long as the process is not a leak there.
func oneShots(roots []*ssa.Function, literals map[*ssa.Function][]*ssa.Function, entry func(*ssa.Function) bool) map[*ssa.Function]bool {
	once := make(map[*ssa.Function]bool)
	for _, f := range roots {
		once[f] = entry(f)
	}
	if len(roots) == 0 {
		return once
	}
	program := roots[0].Pkg.Pkg.Name() == "main"
	callers := make(map[*ssa.Function][]*ssa.Function)
	repeated := make(map[*ssa.Function]bool) // called in a loop, or used as a value
	for _, root := range roots {
		looped := make(map[*ssa.Function]bool) // literals made in a loop; parents come first
		for _, f := range append([]*ssa.Function{root}, literals[root]...) {
			r := newReach(f)
			for _, b := range f.Blocks {
				for _, instr := range b.Instrs {
					again := looped[f] || r.loops(b)
					noteUses(instr, root, again, callers, repeated)
					if mc, ok := instr.(*ssa.MakeClosure); ok && again {
						looped[mc.Fn.(*ssa.Function)] = true
					}
				}
			}
		}
	}
	for changed := true; changed; {
		changed = false
		for _, f := range roots {
			// Other packages may call what a package exports, also through interfaces.
			if once[f] || repeated[f] || len(callers[f]) == 0 || !program && (f.Signature.Recv() != nil || token.IsExported(f.Name())) {
				continue
			}
			all := true
			for _, c := range callers[f] {
				all = all && once[c]
			}
			if all {
				once[f], changed = true, true
			}
		}
	}
	return once
}

// once reports whether fn runs once in the life of the process, or in a test. A
// literal does if the function around it does, unless it has parameters: those
// come with events; the body of a command and what a sync.Once runs do anyway.
func (e *engine) once(fn *ssa.Function) bool {
	for ; fn.Parent() != nil; fn = fn.Parent() {
		switch {
		case hasCommandParam(fn.Signature, e.table) || e.doneOnce(fn):
			return true
		case fn.Signature.Params().Len() > 0:
			return false
		}
	}
	return e.oneShot()[fn]
}

// doneOnce reports whether a literal is the argument of (*sync.Once).Do, or of
// sync.OnceFunc and its relatives.
func (e *engine) doneOnce(lit *ssa.Function) bool {
	if known, ok := e.guarded[lit]; ok {
		return known
	}
	found := false
	eachCall(lit.Parent(), func(c ssa.CallInstruction) {
		callee := c.Common().StaticCallee()
		if callee == nil || callee.Object() == nil || callee.Object().Pkg() == nil || callee.Object().Pkg().Path() != "sync" || callee.Name() != "Do" && !strings.HasPrefix(callee.Object().Name(), "Once") {
			return
		}
		for _, arg := range c.Common().Args {
			mc, ok := arg.(*ssa.MakeClosure)
			found = found || ok && mc.Fn == lit || arg == ssa.Value(lit)
		}
	})
	e.guarded[lit] = found
	return found
}

// noteUses records the static calls and other uses of functions in instr, which
// again says to run many times.
func noteUses(instr ssa.Instruction, root *ssa.Function, again bool, callers map[*ssa.Function][]*ssa.Function, repeated map[*ssa.Function]bool) {
	var called ssa.Value
	if c, ok := instr.(ssa.CallInstruction); ok {
		if f := c.Common().StaticCallee(); f != nil {
			called = c.Common().Value
			callers[f] = append(callers[f], root)
			if again {
				repeated[f] = true
			}
		}
	}
	for _, op := range instr.Operands(nil) {
		if f, ok := (*op).(*ssa.Function); ok && *op != called {
			repeated[f] = true
		}
	}
}

// isEntry reports whether fn starts a process or a test.
func isEntry(fn *ssa.Function) bool {
	if fn.Name() == "init" || strings.HasPrefix(fn.Name(), "init#") {
		return true
	}
	// Also of a package that registers its main with a program of many commands.
	if fn.Name() == "main" && fn.Signature.Recv() == nil && fn.Signature.Params().Len() == 0 {
		return true
	}
	return inTest(fn)
}

// inTest reports whether fn is test code, which no production event reaches.
func inTest(fn *ssa.Function) bool {
	return strings.HasSuffix(fn.Prog.Fset.Position(fn.Pos()).Filename, "_test.go")
}

func hasCommandParam(sig *types.Signature, table *resource.Table) bool {
	for v := range sig.Params().Variables() {
		if table.IsCommand(v.Type()) {
			return true
		}
	}
	return false
}
