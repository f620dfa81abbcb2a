package ownership

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
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
	if c.IsInvoke() && w.ob.companion != nil && w.canon(s, c.Value) == w.ob.companion {
		w.learnNil(s, w.ob.companion, false) // err.Error() needs an error
		return []*state{s}
	}
	if fn, mc := w.literal(s, c); fn != nil {
		if depth < maxDepth && w.concerns(s, mc, c) {
			return w.inline(s, fn, mc, c.Args, instr, depth)
		}
	}
	w.arguments(s, instr, c)
	return []*state{s}
}

func (w *walker) acquire(s *state) {
	if s.ahead {
		s.status = released
		return
	}
	s.status = pending
	if w.ob.companion == nil {
		s.status = open
	} else {
		s.forget(w.ob.companion)
	}
	if w.ob.kind == nil || !w.onArgument() {
		s.forget(w.ob.value)
	}
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
	if recv, method := w.receiver(s, c); recv != nil {
		known := recv == w.ob.value && slices.Contains(w.ob.releases, method) ||
			s.held.m[recv] && slices.Contains(w.holders[recv].releases, method)
		if known && w.eng.table.Releasing(method) {
			return true
		}
		s.maybe = s.maybe || known // a method like repair or run, on some path
	}
	if slices.Contains(w.ob.releases, resource.Call) && !c.IsInvoke() && w.canon(s, c.Value) == w.ob.value {
		return true
	}
	return w.releasedByFunc(s, c)
}

// releasedByFunc reports whether the call is of a function that the kind lists
// as a release, such as signal.Stop(c).
func (w *walker) releasedByFunc(s *state, c *ssa.CallCommon) bool {
	callee := c.StaticCallee()
	if callee == nil || len(c.Args) == 0 || w.ob.kind == nil {
		return false
	}
	obj := object(callee)
	return obj != nil && slices.Contains(w.ob.releases, obj.FullName()) && w.canon(s, c.Args[0]) == w.ob.value
}

// onArgument reports whether the obligation is an argument of its site.
func (w *walker) onArgument() bool { return w.result == argument }

// owes reports whether the canonical value v is the resource or holds it.
func (w *walker) owes(s *state, v ssa.Value) bool { return v == w.ob.value || s.held.m[v] }

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
		if w.owes(s, w.canon(s, b)) || w.inPlace(s, b) {
			return true
		}
		if c, ok := w.cellOf(s, b); ok && s.cells.m[c] != nil {
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
			entry.rep.set(fv, w.canon(s, mc.Bindings[i]))
		}
	}
	for i, p := range fn.Params {
		if i < len(args) {
			entry.rep.set(p, w.canon(s, args[i]))
		}
	}
	var out []*state
	for _, e := range w.run(fn, entry, depth+1) {
		t := e.state
		if ret, ok := e.at.(*ssa.Return); ok && at != nil && len(ret.Results) == 1 {
			if v := w.canon(t, ret.Results[0]); w.interesting(t, v) && v.Parent() != fn {
				t.rep.set(at, v)
			}
		}
		t.leave(fn)
		if !slices.ContainsFunc(out, t.equal) {
			out = append(out, t)
		}
	}
	return out
}

// passes reports whether any operand of the call carries the resource.
func (w *walker) passes(s *state, c *ssa.CallCommon) bool {
	return w.carries(s, c.Value) || slices.ContainsFunc(c.Args, func(a ssa.Value) bool { return w.carries(s, a) })
}

// invalidate forgets variables that the call may change: those whose address
// is known elsewhere, and those that a closure it gets or runs assigns.
func (w *walker) invalidate(s *state, c *ssa.CallCommon) {
	if len(s.cells.m) == 0 {
		return
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return
	}
	s.cells.delIf(func(k cell, _ ssa.Value) bool { return !w.local(k.base) })
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
		if c, ok := w.cellOf(s, b); ok && (s.cells.m[c] == nil || !w.owes(s, s.cells.m[c])) {
			s.cells.del(c)
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
