package ownership

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// deferStmt executes a defer statement. A deferred release settles the
// obligation at once: it runs on every later exit.
func (w *walker) deferStmt(s *state, d *ssa.Defer) {
	c := &d.Call
	if s.status.owed() {
		if w.isRelease(s, c) {
			s.status = released
			return
		}
		if fn, _ := w.literal(s, c); fn == nil {
			w.arguments(s, c)
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
	if slices.ContainsFunc(out, func(t *state) bool { return t.status.settled() }) {
		out = slices.DeleteFunc(out, func(t *state) bool { return !t.status.settled() })
	}
	return out
}
