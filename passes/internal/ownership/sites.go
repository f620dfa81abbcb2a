package ownership

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// returnedAs returns the index of the result that is or holds the resource,
// and its canonical value.
func (w *walker) returnedAs(x exit) (int, ssa.Value) {
	ret, ok := x.at.(*ssa.Return)
	if !ok {
		return -1, nil
	}
	for i, r := range ret.Results {
		if v := w.canon(x.state, r); w.owes(x.state, v) {
			return i, v
		}
	}
	return -1, nil
}

// sites walks every acquisition in fn.
func (e *engine) sites(fn *ssa.Function) (owned []OwnedResult, leaks []Leak) {
	if inTest(fn) {
		return nil, nil
	}
	eachCall(fn, func(instr ssa.CallInstruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		for _, acq := range e.acquires(&call.Call) {
			if e.exempt(call, acq) {
				continue
			}
			o, l := e.walkSite(fn, call, acq)
			owned = append(owned, o...)
			leaks = append(leaks, l...)
		}
	})
	slices.SortStableFunc(owned, func(a, b OwnedResult) int { return a.Result - b.Result })
	owned = slices.CompactFunc(owned, func(a, b OwnedResult) bool { return a.Result == b.Result })
	return owned, leaks
}

// walkSite follows one acquisition. It returns what fn promises its callers
// of it, and the leak if there is one.
func (e *engine) walkSite(fn *ssa.Function, call *ssa.Call, acq acquisition) (owned []OwnedResult, leaks []Leak) {
	w := e.walkerFor(fn, call, acq)
	if w == nil {
		return nil, nil
	}
	exits := w.run(fn, newState(before), 0)
	e.count(w)
	if w.dropped {
		return nil, nil
	}
	// A function that swallows the error of the acquisition, or keeps it in a
	// field, may return nil: its callers could not be judged.
	fails := slices.ContainsFunc(exits, func(x exit) bool { return x.state.status == void })
	if acq.Error < 0 || !fails && !w.unsure || resource.Companion(fn.Signature) >= 0 {
		owned = w.promises(exits, acq)
	}
	if acq.Kind.Lives == resource.LivesProcess && e.once(fn) {
		return owned, nil
	}
	leak, ok := w.leak(exits)
	if !ok || acq.Kind.Lives == resource.LivesMain && e.once(fn) && !leak.InLoop {
		return owned, nil
	}
	if w.owner {
		leak.Owner, leak.Method = w.ob.value.Type(), e.preferred(acq.releases)
	}
	return owned, []Leak{leak}
}

// preferred picks the release to name: Close if there is one, else one whose
// name says what it does.
func (e *engine) preferred(releases []string) string {
	if slices.Contains(releases, "Close") {
		return "Close"
	}
	if i := slices.IndexFunc(releases, e.table.Releasing); i >= 0 {
		return releases[i]
	}
	return "Close" // of a field
}

// promises returns the results that the exits hand to the caller.
func (w *walker) promises(exits []exit, acq acquisition) []OwnedResult {
	var owned []OwnedResult
	for _, x := range exits {
		if x.state.status != returned {
			continue
		}
		i, v := w.returnedAs(x)
		if i < 0 || !w.eng.alwaysOwned(w.fn, i) {
			continue
		}
		o := OwnedResult{Result: i, Kind: w.ob.kind.Name, Optional: acq.optional, Skips: acq.skips}
		if nothing, skips := mayGiveNothing(w.fn, i); nothing {
			o.Optional, o.Skips = true, skips
		}
		if v == w.ob.value {
			o.Releases, o.Fields = sortedUnique(acq.releases), acq.fields
		} else {
			h := w.holders[v]
			if len(h.releases)+len(h.fields) == 0 {
				continue
			}
			o.Releases, o.Fields = sortedUnique(h.releases), h.fields
		}
		if w.eng.releasableAs(w.fn.Signature.Results().At(i).Type(), o) {
			owned = append(owned, o)
		}
	}
	return owned
}

// mayGiveNothing reports whether fn returns nil as result i beside a nil error,
// and whether it says so by a result that is true then.
func mayGiveNothing(fn *ssa.Function, i int) (nothing, skips bool) {
	err := resource.Companion(fn.Signature)
	if err < 0 {
		return false, false
	}
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if ok && returnsNil(ret, i) && returnsNil(ret, err) {
			nothing, skips = true, skips || returnsTrue(ret)
		}
	}
	return nothing, skips
}

// returnsNil reports whether result i of a return is the constant nil. In a
// function with defers the block stores it first and loads it again.
func returnsNil(ret *ssa.Return, i int) bool {
	v := ret.Results[i]
	if load, ok := v.(*ssa.UnOp); ok {
		for _, instr := range ret.Block().Instrs {
			if st, ok := instr.(*ssa.Store); ok && st.Addr == load.X {
				v = st.Val
			}
		}
	}
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// releasableAs reports whether a caller can release a result of type t at all.
func (e *engine) releasableAs(t types.Type, o OwnedResult) bool {
	if len(o.Releases)+len(o.Fields) == 0 {
		return true
	}
	mset := types.NewMethodSet(t)
	for i := range mset.Len() {
		if n := mset.At(i).Obj().Name(); slices.Contains(o.Releases, n) && e.table.Releasing(n) {
			return true // not only run or repair, which release on some path
		}
	}
	if st := structOf(t); st != nil {
		for f := range st.Fields() {
			if f.Exported() && slices.Contains(o.Fields, f.Name()) {
				return true
			}
		}
	}
	return false
}
