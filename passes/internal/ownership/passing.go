package ownership

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// arguments applies what the callee does with its arguments.
func (w *walker) arguments(s *state, call ssa.CallInstruction, c *ssa.CallCommon) {
	if w.onArgument() && w.releasesPlace(s, c) {
		s.status = transferred
		return
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
	if v.Call.Signature().Results().Len() == 1 {
		s.taken = v
		return true
	}
	for _, ref := range *v.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			s.taken = x
			return true
		}
	}
	return false
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
	if callee == nil || !isStd(callee) {
		w.holdResult(s, call)
	}
}

// goStmt applies starting a goroutine: it owns what it gets, unless it is a
// declared function that is known to borrow.
func (w *walker) goStmt(s *state, g *ssa.Go) {
	c := &g.Call
	if !s.status.owed() {
		return
	}
	callee := c.StaticCallee()
	sum, known := (*Summary)(nil), false
	if callee != nil {
		sum, known = w.eng.summary(callee)
	}
	if fn, mc := w.literal(s, c); fn != nil && !w.onArgument() {
		w.goLiteral(s, g, fn, mc)
		return
	}
	if !known {
		if w.passes(s, c) || w.onArgument() && w.releasesPlace(s, c) {
			s.status = transferred
		}
		return
	}
	if w.isRelease(s, c) || s.maybe {
		s.status = transferred
		return
	}
	for i, a := range c.Args {
		if !s.status.owed() || !w.carries(s, a) {
			continue
		}
		if w.ob.kind != nil && w.ob.kind.Lives == resource.LivesProcess {
			s.status = transferred // served for the life of the process
			return
		}
		switch method := i == 0 && callee.Signature.Recv() != nil; {
		case !isTypeParam(declaredType(callee, i)) && w.eng.walkable(declaredType(callee, i), callee.Signature):
			w.apply(s, g, sum, i)
		case method && !w.onArgument():
		default:
			s.status = transferred
		}
	}
	if s.status.owed() && w.onArgument() && w.releasesPlace(s, c) {
		s.status = transferred
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
	if len(ends) == 0 || slices.ContainsFunc(ends, func(t *state) bool { return t.status.settled() || t.taken != nil }) {
		s.status = transferred
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

// releasesBy reports whether a method of that name releases the resource or
// something that may hold it.
func (w *walker) releasesBy(method string) bool {
	return slices.Contains(w.ob.releases, method) || len(w.holders) > 0 && w.eng.table.Releasing(method)
}

// mayRelease reports whether fn or a literal in it calls a method with the
// name of a release.
func (w *walker) mayRelease(fn *ssa.Function, depth int) bool {
	if f := fn.Object(); f != nil && w.releasesBy(f.Name()) {
		return true // a method value
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			c := call.Common()
			if c.IsInvoke() && w.releasesBy(c.Method.Name()) {
				return true
			}
			f := c.StaticCallee()
			if f != nil && (w.releasesBy(f.Name()) || w.eng.effects(f) || len(w.eng.releasing[f]) > 0) {
				return true
			}
			if f == nil && !c.IsInvoke() && slices.Contains(w.ob.releases, resource.Call) {
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
	if _, fn := t.Underlying().(*types.Signature); fn && slices.Contains(w.ob.releases, resource.Call) {
		return true
	}
	if len(w.ob.fields) > 0 && isPointerTo(t) {
		return true // whoever gets a struct gets its fields
	}
	names := w.eng.allReleases(t)
	return slices.ContainsFunc(names, w.releasesBy)
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
