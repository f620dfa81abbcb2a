package ownership

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// goStmt applies starting a goroutine: it owns what it gets, unless it is a
// declared function that is known to borrow.
func (w *walker) goStmt(s *state, g *ssa.Go) {
	c := &g.Call
	if !s.status.owed() {
		return
	}
	if fn, mc := w.literal(s, c); fn != nil && !w.onArgument() {
		w.goLiteral(s, g, fn, mc)
		return
	}
	callee := c.StaticCallee()
	sum, known := (*Summary)(nil), false
	if callee != nil {
		sum, known = w.eng.summary(callee)
	}
	switch {
	case w.onArgument():
		if w.passes(s, c) || w.releasesPlace(s, c) {
			s.status = transferred
		}
	case !known && w.passes(s, c), known && (w.isRelease(s, c) || s.maybe):
		s.status = transferred
	case known:
		w.goDeclared(s, g, callee, sum)
	}
}

// goDeclared applies starting a declared function whose summary is known.
func (w *walker) goDeclared(s *state, g *ssa.Go, callee *ssa.Function, sum *Summary) {
	for i, a := range g.Call.Args {
		if !s.status.owed() || !w.carries(s, a) {
			continue
		}
		t := declaredType(callee, i)
		switch method := i == 0 && callee.Signature.Recv() != nil; {
		case w.ob.kind != nil && w.ob.kind.Lives == resource.LivesProcess:
			s.status = transferred // served for the life of the process
		case !isTypeParam(t) && w.eng.walkable(t, callee.Signature):
			w.apply(s, g, sum, i)
		case !method:
			s.status = transferred
		}
	}
}

// goLiteral applies starting a goroutine of a function literal: it owns what it
// may release or hand on on some path, and borrows the rest. One that never
// ends is taken for an owner.
func (w *walker) goLiteral(s *state, g *ssa.Go, fn *ssa.Function, mc *ssa.MakeClosure) {
	if !w.concerns(s, mc, &g.Call) {
		return
	}
	ends := w.inline(s, fn, mc, g.Call.Args, nil, maxDepth-1)
	if len(ends) == 0 || slices.ContainsFunc(ends, func(t *state) bool { return t.status.settled() || t.taken != nil || t.maybe }) {
		s.status = transferred
	}
}
