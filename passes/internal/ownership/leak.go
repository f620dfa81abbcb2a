package ownership

import (
	"go/constant"
	"go/token"
	"math"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// leak turns the exits of a walk into a report, or says that there is none.
func (w *walker) leak(exits []exit) (Leak, bool) {
	l := Leak{Kind: w.ob.kind, Site: w.ob.site, Result: max(w.result, 0), Reason: Never}
	if w.onArgument() {
		l.Result = -1
	}
	worst, lost := w.survey(exits, &l)
	switch {
	case worst != nil:
		if w.ob.kind.Place && (!unlocks(exits) || returnsTrue(worst.at)) {
			return l, false // a function that locks for its caller
		}
		w.explain(&l, worst)
	case lost && w.ob.kind.Lives != resource.LivesProcess:
		l.Reason, l.Exit = Lost, w.lost
	case w.looped != nil && !w.ob.kind.Place && len(w.ob.exhausts) == 0: // a loop over Next has closed the rows already
		l.Reason, l.Exit = Deferred, w.looped
	default:
		return l, false
	}
	l.InLoop = w.eng.reachOf(w.fn).loops(w.ob.site.Block())
	l.Lent = w.lent
	l.Exits = leavingAt(exits)
	l.Flows = w.flowsOut()
	return l, true
}

// unlocks reports whether some path releases the lock.
func unlocks(exits []exit) bool {
	return slices.ContainsFunc(exits, func(x exit) bool { return x.state.status == released })
}

// survey returns the leaking exit that explains most, if there is one, and
// whether some path ends in a struct that nobody can release it from. It notes
// in l what the other paths do.
func (w *walker) survey(exits []exit, l *Leak) (worst *exit, lost bool) {
	for i := range exits {
		x := &exits[i]
		switch st := x.state.status; {
		case (st == transferred || st == returned) && x.state.lost:
			lost = w.lost != nil
			l.Reason = Early
		case st == transferred || st == returned:
			l.Moved = true
			l.Reason = Early
		case st == released || st == exhausted:
			l.Reason = Early
		case x.again && w.ob.kind.Place:
			// Another lock in each iteration; the same one would deadlock.
		case x.at == nil || !st.owed() || w.ob.kind.Flush && w.reportsFailure(x):
		case worst == nil || w.precedes(x, worst):
			worst = x
		}
	}
	return worst, lost
}

// explain fills in where and why the path ends with the obligation open.
func (w *walker) explain(l *Leak, x *exit) {
	l.Exit = x.at
	if t := x.state.trail; t != nil {
		l.Branch = t.at
	}
	switch {
	case x.again:
		l.Reason = Reacquired
	case l.Reason == Early:
		if call := w.failed(x.state); call != nil {
			l.Reason, l.Failed = Fails, call
		}
	}
}

// leavingAt returns the places of the leaking exits, in source order.
func leavingAt(exits []exit) []ssa.Instruction {
	var out []ssa.Instruction
	for _, x := range exits {
		if x.at != nil && x.state.status.owed() && !slices.Contains(out, x.at) {
			out = append(out, x.at)
		}
	}
	slices.SortFunc(out, func(a, b ssa.Instruction) int { return int(exitPos(a)) - int(exitPos(b)) })
	return out
}

// returnsTrue reports whether an exit returns the constant true: of a function
// that says by it that the lock is held.
func returnsTrue(at ssa.Instruction) bool {
	ret, ok := at.(*ssa.Return)
	return ok && slices.ContainsFunc(ret.Results, func(v ssa.Value) bool {
		c, ok := v.(*ssa.Const)
		return ok && c.Value != nil && c.Value.Kind() == constant.Bool && constant.BoolVal(c.Value)
	})
}

// reportsFailure reports whether an exit returns an error for certain: one
// that was tested, made here, or made of another one. A function without an error
// result reports one in its own way where a call has failed.
func (w *walker) reportsFailure(x *exit) bool {
	ret, ok := x.at.(*ssa.Return)
	if !ok {
		return false
	}
	i := resource.Companion(w.fn.Signature)
	if i < 0 {
		return w.failed(x.state) != nil
	}
	v := w.canon(x.state, ret.Results[i])
	if isNil, tested := x.state.known.m[fact{token.EQL, v, nilConst}]; tested {
		return !isNil
	}
	if v == nilConst {
		return false
	}
	if call, ok := v.(*ssa.Call); ok {
		return nonNil(v) || slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return typeIsError(a.Type()) })
	}
	_, unknown := v.(*ssa.Extract)
	return !unknown
}

// precedes orders leaking exits by how well they explain the leak: returns
// before loops, then the likelier failure, then by position.
func (w *walker) precedes(x, y *exit) bool {
	if x.again != y.again {
		return y.again
	}
	if a, b := w.witness(x.state), w.witness(y.state); a != b {
		return a > b
	}
	return exitPos(x.at) < exitPos(y.at)
}

// witness ranks how likely the failure on a path is, as a reader would see it:
// a call on the resource itself (2), the acquisition of another one (1), any
// other call (0), which may be a parse of what was parsed before.
func (w *walker) witness(s *state) int {
	call := w.failed(s)
	if call == nil {
		return 0
	}
	if slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return w.canon(s, a) == w.ob.value }) {
		return 2
	}
	if len(w.eng.acquires(&call.Call)) > 0 {
		return 1
	}
	return 0
}

func exitPos(at ssa.Instruction) token.Pos {
	if p := at.Pos(); p.IsValid() {
		return p
	}
	return math.MaxInt32 // the implicit return at the end comes last
}

// failed returns the call whose error sent the path to its exit: the last
// error test on the trail that was true.
func (w *walker) failed(s *state) *ssa.Call {
	const lookBack = 3 // tests below the error branch itself
	t := s.trail
	for range lookBack {
		if t == nil {
			return nil
		}
		if call := t.failed(); call != nil {
			return call
		}
		t = t.prev
	}
	return nil
}

// failed returns the call whose non-nil error the step assumed.
func (t *step) failed() *ssa.Call {
	cmp, ok := t.at.Cond.(*ssa.BinOp)
	if !ok || (cmp.Op == token.NEQ) != t.truth {
		return nil
	}
	if c, ok := cmp.Y.(*ssa.Const); !ok || !c.IsNil() {
		return nil
	}
	v := cmp.X
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, _ := v.(*ssa.Call)
	return call
}
