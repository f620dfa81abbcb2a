package ownership

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// giveAway transfers the obligation if v carries it.
func (w *walker) giveAway(s *state, v ssa.Value) {
	if s.status.owed() && w.carries(s, v) {
		s.status = transferred
	}
}

// carries reports whether whoever gets v can release the resource.
func (w *walker) carries(s *state, v ssa.Value) bool { return w.carriesWithin(s, v, maxDepth) }

// captures reports whether the closure mc holds the resource.
func (w *walker) captures(s *state, mc *ssa.MakeClosure) bool {
	return w.capturesWithin(s, mc, maxDepth)
}

// The depth bounds closures in closures: a recursive function literal
// captures the variable that holds it.
func (w *walker) carriesWithin(s *state, v ssa.Value, depth int) bool {
	c := w.canon(s, v)
	if w.owes(s, c) {
		return true
	}
	mc, ok := c.(*ssa.MakeClosure)
	return ok && depth > 0 && w.capturesWithin(s, mc, depth-1)
}

func (w *walker) capturesWithin(s *state, mc *ssa.MakeClosure, depth int) bool {
	for _, b := range mc.Bindings {
		if w.owes(s, w.canon(s, b)) || w.inPlace(s, b) && w.mayRelease(mc.Fn.(*ssa.Function), maxDepth) {
			return true
		}
		if c, ok := w.cellOf(s, b); ok && s.cells.m[c] != nil && w.carriesWithin(s, s.cells.m[c], depth) {
			return true
		}
	}
	return false
}

func (w *walker) store(s *state, x *ssa.Store) {
	val := w.canon(s, x.Val)
	if _, field := x.Addr.(*ssa.FieldAddr); field && w.stubs[val] && s.status.owed() {
		s.status = transferred
		return
	}
	c, ok := w.cellOf(s, x.Addr)
	if ok && c.field < 0 && w.local(c.base) {
		s.cells.set(c, val)
		if s.status.owed() && w.carries(s, val) && w.givenAway(c.base.(*ssa.Alloc), x) {
			s.status = transferred
		}
		return
	}
	if s.status.owed() && w.carries(s, val) && !w.lentToVariadic(x.Addr) && !w.ownField(s, x.Addr) {
		if w.storeInStruct(s, x) {
			if ok {
				s.cells.set(c, val)
			}
			return
		}
		s.status = transferred
		return
	}
	if ok {
		s.cells.set(c, val)
	}
}

// givenAway reports whether a closure that captures the variable, and may
// release what it holds, has been handed out before the store: as a callback
// that ends what later is there.
func (w *walker) givenAway(v *ssa.Alloc, store *ssa.Store) bool {
	for _, ref := range *v.Referrers() {
		mc, ok := ref.(*ssa.MakeClosure)
		if !ok || mc.Parent() != store.Parent() || !w.mayRelease(mc.Fn.(*ssa.Function), maxDepth) {
			continue
		}
		before := mc.Block() == store.Block() && mc.Pos() < store.Pos() ||
			mc.Block() != store.Block() && w.eng.reachOf(mc.Parent()).from(mc.Block())[store.Block().Index]
		if before && slices.ContainsFunc(*mc.Referrers(), func(use ssa.Instruction) bool { return !runsHere(use, mc) }) {
			return true
		}
	}
	return false
}

// runsHere reports whether use calls or defers the closure, so that the walk
// sees what it does.
func runsHere(use ssa.Instruction, mc *ssa.MakeClosure) bool {
	switch x := use.(type) {
	case *ssa.Call:
		return x.Call.Value == ssa.Value(mc)
	case *ssa.Defer:
		return x.Call.Value == ssa.Value(mc)
	}
	return false
}

// local reports whether v is a variable that nothing outside the walk changes.
func (w *walker) local(v ssa.Value) bool {
	_, ok := v.(*ssa.Alloc)
	return ok && w.eng.private(v)
}

func (w *walker) load(s *state, x *ssa.UnOp) {
	if w.onArgument() { // named by place, but for what says whether it was acquired
		if c, ok := w.cellOf(s, x.X); ok && w.ob.companion != nil && s.cells.m[c] == w.ob.companion {
			s.rep.set(x, w.ob.companion)
		}
		return
	}
	if base := w.canon(s, x.X); s.held.m[base] || base == w.ob.value && structOf(x.X.Type()) != nil {
		s.rep.set(x, base) // the struct by value stands for its variable
		return
	}
	c, ok := w.cellOf(s, x.X)
	if !ok || w.canon(s, x.X) == w.ob.value {
		return
	}
	if v := s.cells.m[c]; v == nil {
		s.cells.set(c, x) // a second load sees the same value
	} else if v != x {
		s.rep.set(x, v)
	}
}
