package ownership

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// deferStmt executes a defer statement. A deferred release settles the
// obligation at once: it runs on every later exit.
func (w *walker) deferStmt(s *state, d *ssa.Defer) {
	c := &d.Call
	if s.status == before && w.onArgument() && w.isRelease(s, c) {
		s.ahead, s.maybe = true, false // a lock that is let go and taken again
		return
	}
	if s.status.owed() {
		if w.isRelease(s, c) {
			s.status = released
			w.deferredInLoop(d)
			return
		}
		if fn, _ := w.literal(s, c); fn == nil {
			w.arguments(s, d, c)
			if s.status == released {
				w.deferredInLoop(d)
			}
			return
		}
	}
	if fn, _ := w.literal(s, c); fn == nil {
		return
	}
	rec := deferred{call: d, fn: w.canon(s, c.Value)}
	for _, a := range c.Args {
		rec.args = append(rec.args, w.canon(s, a))
	}
	// In a loop the same defer is pushed per iteration; once is enough to
	// know what the exits do.
	if !slices.ContainsFunc(s.defers, rec.equal) {
		s.defers = append(s.defers, rec)
	}
}

// deferredInLoop notes a deferred release that its function can push again
// before it runs.
func (w *walker) deferredInLoop(d *ssa.Defer) {
	if w.ob.site != nil && d.Parent() == w.ob.site.Parent() && w.eng.reachOf(w.fn).loops(d.Block()) && w.eng.reachOf(w.fn).from(d.Block())[w.ob.site.Block().Index] {
		w.looped = d
	}
}

// pendingRelease returns a deferred closure of the walked function that may
// release the resource when it ends, or nil.
func (w *walker) pendingRelease(s *state) *ssa.Defer {
	for _, d := range s.defers {
		mc, ok := d.fn.(*ssa.MakeClosure)
		if ok && d.call.Parent() == w.fn && (w.captures(s, mc) || slices.ContainsFunc(d.args, func(a ssa.Value) bool { return w.carries(s, a) })) && w.mayRelease(mc.Fn.(*ssa.Function), maxDepth) {
			return d.call
		}
		if fn, ok := d.fn.(*ssa.Function); ok && d.call.Parent() == w.fn && slices.ContainsFunc(d.args, func(a ssa.Value) bool { return w.carries(s, a) }) && w.mayRelease(fn, maxDepth) {
			return d.call
		}
	}
	return nil
}

// runDefers runs the deferred closures of fn, last first.
func (w *walker) runDefers(s *state, fn *ssa.Function, depth int) []*state {
	states := []*state{s}
	for i := len(s.defers) - 1; i >= 0; i-- {
		d := s.defers[i]
		if d.call.Parent() != fn {
			continue
		}
		var after []*state
		for _, t := range states {
			after = append(after, w.runDeferred(t, d, depth)...)
		}
		states = after
	}
	for _, t := range states {
		t.defers = slices.DeleteFunc(t.defers, func(d deferred) bool { return d.call.Parent() == fn })
	}
	return states
}

func (w *walker) runDeferred(s *state, d deferred, depth int) []*state {
	if !s.status.owed() || depth >= maxDepth {
		return []*state{s}
	}
	mc, _ := d.fn.(*ssa.MakeClosure)
	fn, _ := d.fn.(*ssa.Function)
	if mc != nil {
		fn = mc.Fn.(*ssa.Function)
	}
	out := w.inline(s, fn, mc, d.args, nil, depth)
	// A closure that releases under a condition the path cannot decide shows
	// that the author thought of it: believe the releasing outcome.
	// Not if the condition is the function's own error: then the other outcome
	// is its success.
	if !testsNamedError(fn) && slices.ContainsFunc(out, func(t *state) bool { return t.status.settled() }) {
		out = slices.DeleteFunc(out, func(t *state) bool { return !t.status.settled() })
	}
	return out
}

// testsNamedError reports whether a closure compares a captured error, which a
// deferred one does with the result of the function that defers it.
func testsNamedError(fn *ssa.Function) bool {
	for _, fv := range fn.FreeVars {
		p, ok := fv.Type().Underlying().(*types.Pointer)
		if !ok || !typeIsError(p.Elem()) {
			continue
		}
		for _, ref := range *fv.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && compared(load) {
				return true
			}
		}
	}
	return false
}

// compared reports whether v decides a branch by a comparison with nil.
func compared(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		if cmp, ok := ref.(*ssa.BinOp); ok {
			if c, ok := cmp.Y.(*ssa.Const); ok && c.IsNil() {
				return true
			}
		}
	}
	return false
}
