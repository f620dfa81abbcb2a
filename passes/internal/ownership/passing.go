package ownership

import (
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// arguments applies what the callee does with its arguments.
func (w *walker) arguments(s *state, call ssa.CallInstruction, c *ssa.CallCommon) {
	if w.onArgument() && w.releasesPlace(s, c) {
		s.status = transferred
		return
	}
	if c.IsInvoke() && w.ob.kind != nil && len(w.ob.kind.Verbs) > 0 && s.status.owed() && w.canon(s, c.Value) == w.ob.value {
		w.holdResult(s, call) // what something unknown opens may close it
	}
	for i, a := range c.Args {
		if !s.status.owed() {
			return
		}
		v := w.canon(s, a)
		if w.owes(s, v) {
			w.passed(s, call, c, i)
		} else if mc, ok := v.(*ssa.MakeClosure); ok && w.captures(s, mc) {
			w.passedClosure(s, c, i, mc)
		}
	}
}

// passed applies the effect of handing the resource, or what holds it, to the
// callee as its i-th SSA argument.
func (w *walker) passed(s *state, call ssa.CallInstruction, c *ssa.CallCommon, i int) {
	if b, ok := c.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			s.status = transferred
		}
		return
	}
	callee := c.StaticCallee()
	if i == 0 && callee != nil && callee.Signature.Recv() != nil {
		// A method of the resource borrows it, whatever it keeps inside; what
		// it returns may be another face of it.
		if !isStd(callee) && len(w.eng.acquires(c)) == 0 {
			w.holdResult(s, call)
		}
		return
	}
	if callee != nil {
		if obj := object(callee); obj != nil && w.eng.table.Takes(obj) {
			s.status = transferred
			return
		}
		sum, known := w.eng.summary(callee)
		if declared := declaredType(callee, i); known && isTypeParam(declared) {
			if eff, _ := sum.param(i); eff.Returns >= 0 {
				return // the result is the resource
			}
		} else if known && w.eng.walkable(declared, callee.Signature) {
			w.apply(s, call, sum, i)
			return
		}
	}
	if callee == nil || !isStd(callee) {
		if s.held.m[w.canon(s, c.Args[i])] {
			s.status = transferred // a struct that holds it goes where nobody follows
			return
		}
	}
	w.passedUnknown(s, call, c, i)
}

// apply applies the effect that a summary states.
func (w *walker) apply(s *state, call ssa.CallInstruction, sum *Summary, i int) {
	eff, _ := sum.param(i)
	if v, ok := call.(*ssa.Call); ok && w.lent == nil && !eff.Some && !eff.Stores && eff.Held < 0 && eff.Returns < 0 {
		w.lent = v
	}
	switch {
	case eff.Every:
		s.status = released
	case eff.Stores && eff.Spares && !eff.Some && w.takenUnless(s, call):
	case eff.Some || eff.Stores:
		s.status = transferred
	case eff.Held >= 0:
		if v, ok := call.(*ssa.Call); ok {
			w.holdAs(s, v, eff.Held, holder{releases: eff.Releases})
		}
	}
}

// takenUnless records that the call took the resource unless it fails. It
// reports false if nobody looks at its error.
func (w *walker) takenUnless(s *state, call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	i := resource.Companion(v.Call.Signature())
	if i < 0 {
		return false
	}
	s.taken = resultOf(v, i)
	return s.taken != nil
}

// passedUnknown applies handing the resource to a callee of which nothing is
// known but its signature.
func (w *walker) passedUnknown(s *state, call ssa.CallInstruction, c *ssa.CallCommon, i int) {
	callee := c.StaticCallee()
	if w.canOwn(paramType(c, i), callee) {
		// tls.Client(conn) closes its conn; a callee that can fail may have
		// closed it then, or not.
		if resource.Companion(c.Signature()) < 0 && w.holdResult(s, call) {
			return
		}
		if w.onArgument() {
			s.status = transferred
			return
		}
		s.maybe = true // taken, unless it turns out that this function gives it away itself
		return
	}
	// A parameter of type io.Reader cannot release it, but what the callee
	// makes of it may: not in the standard library, whose readers and writers
	// leave their source alone.
	if (callee == nil || !isStd(callee)) && !w.holdResult(s, call) {
		w.noteStub(call)
	}
}

// noteStub remembers what a callee has made of a connection for the life of the
// process, such as the generated client of a gRPC service. Who keeps that
// keeps the connection.
func (w *walker) noteStub(call ssa.CallInstruction) {
	if v := call.Value(); v != nil && w.ob.kind != nil && w.ob.kind.Lives == resource.LivesProcess {
		if w.stubs == nil {
			w.stubs = make(map[ssa.Value]bool)
		}
		w.stubs[v] = true
	}
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
