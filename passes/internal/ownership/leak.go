package ownership

import (
	"go/token"
	"math"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// leak turns the exits of a walk into a report, or says that there is none.
func (w *walker) leak(exits []exit) (Leak, bool) {
	l := Leak{Kind: w.ob.kind, Site: w.ob.site, Result: max(w.result, 0), Reason: Never}
	l.InLoop = w.eng.reachOf(w.fn).loops(w.ob.site.Block())
	var worst *exit
	for i := range exits {
		x := &exits[i]
		switch st := x.state.status; {
		case st == transferred || st == returned:
			l.Moved = true
			l.Reason = Early
		case st == released || st == exhausted:
			l.Reason = Early
		case x.at != nil && st.owed() && (worst == nil || w.precedes(x, worst)):
			worst = x
		}
	}
	if worst == nil {
		return l, false
	}
	l.Exit = worst.at
	if t := worst.state.trail; t != nil {
		l.Branch = t.at
	}
	if worst.again {
		l.Reason = Reacquired
		return l, true
	}
	if l.Reason == Early {
		if call := w.failed(worst.state); call != nil {
			l.Reason, l.Failed = Fails, call
		}
	}
	return l, true
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
	if _, ok := w.eng.acquires(&call.Call); ok {
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
