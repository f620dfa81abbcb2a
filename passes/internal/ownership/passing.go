package ownership

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// arguments applies what the callee does with its arguments.
func (w *walker) arguments(s *state, c *ssa.CallCommon) {
	for i, a := range c.Args {
		if !s.status.owed() {
			return
		}
		v := w.canon(s, a)
		if v == w.ob.value {
			w.passed(s, c, i)
		} else if mc, ok := v.(*ssa.MakeClosure); ok && w.captures(s, mc) {
			w.passedClosure(s, c, i, mc)
		}
	}
}

// passed applies the effect of handing the resource to the callee as its i-th
// SSA argument.
func (w *walker) passed(s *state, c *ssa.CallCommon, i int) {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			s.status = transferred
		}
		return
	}
	callee := c.StaticCallee()
	if i == 0 && callee != nil && w.ownMethod(callee) {
		return // a method of the resource borrows it, whatever it keeps inside
	}
	if callee != nil {
		sum, known := w.eng.summary(callee)
		if known && w.eng.walkable(declaredType(callee, i)) {
			eff, _ := sum.param(i)
			switch {
			case eff.Every:
				s.status = released
			case eff.Some || eff.Stores:
				s.status = transferred
			}
			return
		}
	}
	if w.canOwn(paramType(c, i), callee) {
		s.status = transferred
	}
}

// ownMethod reports whether callee is a method of the resource's own type, or
// of one that it embeds.
func (w *walker) ownMethod(callee *ssa.Function) bool {
	recv := callee.Signature.Recv()
	return recv != nil && (w.ob.kind == nil || w.eng.table.KindOf(recv.Type()) != nil)
}

// passedClosure applies handing out a closure that holds the resource: unless
// the callee is known to keep nothing and the closure releases nothing, it is
// the new owner.
func (w *walker) passedClosure(s *state, c *ssa.CallCommon, i int, mc *ssa.MakeClosure) {
	if callee := c.StaticCallee(); callee != nil && !w.mayRelease(mc.Fn.(*ssa.Function), maxDepth) {
		if sum, known := w.eng.summary(callee); known {
			if eff, _ := sum.param(i); !eff.Stores {
				return
			}
		}
	}
	s.status = transferred
}

// mayRelease reports whether fn or a literal in it calls a method with the
// name of a release.
func (w *walker) mayRelease(fn *ssa.Function, depth int) bool {
	if f := fn.Object(); f != nil && slices.Contains(w.ob.releases, f.Name()) {
		return true // a method value
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			c := call.Common()
			if c.IsInvoke() && slices.Contains(w.ob.releases, c.Method.Name()) {
				return true
			}
			if f := c.StaticCallee(); f != nil && (slices.Contains(w.ob.releases, f.Name()) || w.eng.effects(f)) {
				return true
			}
		}
	}
	if depth > 0 {
		for _, anon := range fn.AnonFuncs {
			if w.mayRelease(anon, depth-1) {
				return true
			}
		}
	}
	return false
}

// canOwn reports whether an unknown callee with a parameter of type t could
// take the obligation over. Functions of the standard library that take any
// value only look at it.
func (w *walker) canOwn(t types.Type, callee *ssa.Function) bool {
	if t == nil {
		return true
	}
	if i, ok := t.Underlying().(*types.Interface); ok && i.NumMethods() == 0 {
		return callee == nil || !isStd(callee)
	}
	names := w.eng.table.ReleaseNames(t)
	return slices.ContainsFunc(names, func(n string) bool { return slices.Contains(w.ob.releases, n) })
}

func isStd(fn *ssa.Function) bool {
	obj := object(fn)
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	first, _, _ := strings.Cut(obj.Pkg().Path(), "/")
	return !strings.Contains(first, ".")
}

// paramType returns the static type of the i-th SSA argument's parameter.
func paramType(c *ssa.CallCommon, i int) types.Type {
	sig := c.Signature()
	if !c.IsInvoke() && sig.Recv() != nil {
		if i == 0 {
			return sig.Recv().Type()
		}
		i--
	}
	if i < sig.Params().Len() {
		return sig.Params().At(i).Type()
	}
	return nil
}

// declaredType returns the type of the i-th SSA parameter as fn declares it:
// for an instance of a generic function that may be a type parameter.
func declaredType(fn *ssa.Function, i int) types.Type {
	obj := object(fn)
	if obj == nil {
		return nil
	}
	sig := obj.Signature()
	if recv := sig.Recv(); recv != nil {
		if i == 0 {
			return recv.Type()
		}
		i--
	}
	if i < sig.Params().Len() {
		return sig.Params().At(i).Type()
	}
	return nil
}

// lentToVariadic reports whether addr is a slot of the argument slice of a
// call that only looks at its arguments, such as fmt.Println(rows).
func (w *walker) lentToVariadic(addr ssa.Value) bool {
	ia, ok := addr.(*ssa.IndexAddr)
	if !ok {
		return false
	}
	alloc, ok := ia.X.(*ssa.Alloc)
	if !ok || alloc.Comment != "varargs" {
		return false
	}
	for _, ref := range *alloc.Referrers() {
		slice, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, use := range *slice.Referrers() {
			call, ok := use.(ssa.CallInstruction)
			if !ok || call.Common().StaticCallee() == nil || !isStd(call.Common().StaticCallee()) {
				return false
			}
		}
		return true
	}
	return false
}
