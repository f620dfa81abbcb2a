package ownership

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// call applies a call made here and now.
func (w *walker) call(s *state, instr *ssa.Call, c *ssa.CallCommon, depth int) []*state {
	if w.ob.site == ssa.CallInstruction(instr) {
		w.acquire(s)
		return []*state{s}
	}
	if w.eng.noReturn(c) {
		return nil
	}
	w.invalidate(s, c)
	if !s.status.owed() {
		return []*state{s}
	}
	if w.isRelease(s, c) {
		s.status = released
		return []*state{s}
	}
	if fn, mc := w.literal(s, c); fn != nil {
		if depth < maxDepth && w.concerns(s, mc, c) {
			return w.inline(s, fn, mc, c.Args, instr, depth)
		}
	}
	w.arguments(s, c)
	return []*state{s}
}

func (w *walker) acquire(s *state) {
	s.status = pending
	if w.ob.companion == nil {
		s.status = open
	} else {
		s.forget(w.ob.companion)
	}
	s.forget(w.ob.value)
	s.trail = nil
}

// receiver returns the canonical receiver and name of a method call, through
// interfaces and method values; nil for anything else.
func (w *walker) receiver(s *state, c *ssa.CallCommon) (ssa.Value, string) {
	if c.IsInvoke() {
		return w.canon(s, c.Value), c.Method.Name()
	}
	if mc, ok := w.canon(s, c.Value).(*ssa.MakeClosure); ok {
		return w.boundReceiver(s, mc)
	}
	if f := c.StaticCallee(); f != nil && f.Signature.Recv() != nil && len(c.Args) > 0 {
		return w.canon(s, c.Args[0]), f.Name()
	}
	return nil, ""
}

// boundReceiver takes a method value such as rows.Close apart.
func (w *walker) boundReceiver(s *state, mc *ssa.MakeClosure) (ssa.Value, string) {
	f := mc.Fn.(*ssa.Function)
	if len(mc.Bindings) != 1 || !strings.HasSuffix(f.Name(), "$bound") || f.Object() == nil {
		return nil, ""
	}
	return w.canon(s, mc.Bindings[0]), f.Object().Name()
}

// isRelease reports whether the call discharges the obligation by itself.
func (w *walker) isRelease(s *state, c *ssa.CallCommon) bool {
	recv, method := w.receiver(s, c)
	return recv == w.ob.value && slices.Contains(w.ob.releases, method)
}

// literal returns the function literal that the call runs, if it is known.
func (w *walker) literal(s *state, c *ssa.CallCommon) (*ssa.Function, *ssa.MakeClosure) {
	if c.IsInvoke() {
		return nil, nil
	}
	switch x := w.canon(s, c.Value).(type) {
	case *ssa.MakeClosure:
		if f := x.Fn.(*ssa.Function); f.Parent() != nil && f.Blocks != nil {
			return f, x
		}
	case *ssa.Function:
		if x.Parent() != nil && x.Blocks != nil {
			return x, nil
		}
	}
	return nil, nil
}

// concerns reports whether a closure can see the obligation or a variable
// that the path knows something about.
func (w *walker) concerns(s *state, mc *ssa.MakeClosure, c *ssa.CallCommon) bool {
	for _, a := range c.Args {
		if w.carries(s, a) {
			return true
		}
	}
	if mc == nil {
		return false
	}
	for _, b := range mc.Bindings {
		if w.canon(s, b) == w.ob.value {
			return true
		}
		if c, ok := w.cellOf(s, b); ok && s.cells[c] != nil {
			return true
		}
	}
	return false
}

// inline walks a closure with the caller's knowledge.
func (w *walker) inline(s *state, fn *ssa.Function, mc *ssa.MakeClosure, args []ssa.Value, at *ssa.Call, depth int) []*state {
	entry := s.clone()
	if mc != nil {
		for i, fv := range fn.FreeVars {
			entry.rep[fv] = w.canon(s, mc.Bindings[i])
		}
	}
	for i, p := range fn.Params {
		if i < len(args) {
			entry.rep[p] = w.canon(s, args[i])
		}
	}
	var out []*state
	for _, e := range w.run(fn, entry, depth+1) {
		t := e.state
		if ret, ok := e.at.(*ssa.Return); ok && at != nil && len(ret.Results) == 1 {
			if v := w.canon(t, ret.Results[0]); w.interesting(t, v) && v.Parent() != fn {
				t.rep[at] = v
			}
		}
		t.leave(fn)
		if !slices.ContainsFunc(out, t.equal) {
			out = append(out, t)
		}
	}
	return out
}

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

// passes reports whether any operand of the call carries the resource.
func (w *walker) passes(s *state, c *ssa.CallCommon) bool {
	return w.carries(s, c.Value) || slices.ContainsFunc(c.Args, func(a ssa.Value) bool { return w.carries(s, a) })
}

// invalidate forgets variables that the call may change: those whose address
// is known elsewhere, and those that a closure it gets or runs assigns.
func (w *walker) invalidate(s *state, c *ssa.CallCommon) {
	if len(s.cells) == 0 {
		return
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return
	}
	maps.DeleteFunc(s.cells, func(k cell, _ ssa.Value) bool { return !w.local(k.base) })
	inlined, _ := w.literal(s, c)
	for _, a := range append([]ssa.Value{c.Value}, c.Args...) {
		mc, ok := w.canon(s, a).(*ssa.MakeClosure)
		if !ok || mc.Fn == inlined && s.status.owed() {
			continue // the stores of an inlined closure are seen when it is walked
		}
		w.dropAssigned(s, mc)
	}
}

// dropAssigned forgets the captured variables that the closure assigns, unless
// they hold the resource: a closure rarely replaces it, and never to close it.
func (w *walker) dropAssigned(s *state, mc *ssa.MakeClosure) {
	f := mc.Fn.(*ssa.Function)
	for i, b := range mc.Bindings {
		if i >= len(f.FreeVars) || !assigned(f.FreeVars[i]) {
			continue
		}
		if c, ok := w.cellOf(s, b); ok && s.cells[c] != w.ob.value {
			delete(s.cells, c)
		}
	}
}

// assigned reports whether the closure of fv, or one inside it, stores to it.
func assigned(fv *ssa.FreeVar) bool {
	for _, ref := range *fv.Referrers() {
		switch x := ref.(type) {
		case *ssa.Store:
			if x.Addr == fv {
				return true
			}
		case *ssa.MakeClosure:
			return true
		}
	}
	return false
}
