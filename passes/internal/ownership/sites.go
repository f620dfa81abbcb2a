package ownership

import (
	"go/types"
	"go/version"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
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
			if acq.optional && discarded(call, acq.Result) {
				continue // who throws it away knows that there is none
			}
			if acq.Kind.Flush && resets(call) {
				continue // used again and again: each use has its own end
			}
			if rootless(&call.Call) {
				continue
			}
			if acq.Kind.Context && endsItself(&call.Call) || acq.Kind.Parent && e.parentHere(&call.Call) || endsWith(acq.Kind, &call.Call) || e.collected(acq.Kind) {
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

// rootless reports whether the call makes a context that can be cancelled of a
// fresh one: it has no timer, and no parent that would keep it.
func rootless(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil || fn.String() != "context.WithCancel" && fn.String() != "context.WithCancelCause" {
		return false
	}
	parent, ok := c.Args[0].(*ssa.Call)
	if !ok {
		return false
	}
	root := parent.Call.StaticCallee()
	return root != nil && (root.String() == "context.Background" || root.String() == "context.TODO")
}

// discarded reports whether nobody looks at result i of the call.
func discarded(call *ssa.Call, i int) bool {
	return call.Call.Signature().Results().Len() > 1 && !slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		x, ok := ref.(*ssa.Extract)
		return ok && x.Index == i && len(*x.Referrers()) > 0
	})
}

// resets reports whether the result of a call is reset for another use.
func resets(call *ssa.Call) bool {
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		c, ok := ref.(ssa.CallInstruction)
		return ok && c.Common().StaticCallee() != nil && c.Common().StaticCallee().Name() == "Reset"
	})
}

// parentHere reports whether the receiver of an acquisition is a resource that
// the same function acquires, or releases by a defer: its release ends both.
func (e *engine) parentHere(c *ssa.CallCommon) bool {
	if c.IsInvoke() || len(c.Args) == 0 {
		return false
	}
	v := c.Args[0]
	if v.Parent() == nil {
		return false // of the package
	}
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	if call, ok := v.(*ssa.Call); ok && len(e.acquires(&call.Call)) > 0 {
		return true
	}
	for _, b := range c.Args[0].Parent().Blocks {
		for _, instr := range b.Instrs {
			d, ok := instr.(*ssa.Defer)
			if !ok {
				continue
			}
			if fn := ssaquery.Callee(&d.Call); fn != nil && e.table.Releasing(fn.Name()) && within(ssaquery.Receiver(&d.Call), c.Args[0]) {
				return true
			}
		}
	}
	return false
}

// endsWith reports whether an argument of an acquisition is of a type with which
// the resource ends, or embeds a value of one.
func endsWith(k *resource.Kind, c *ssa.CallCommon) bool {
	if len(k.EndsWith) == 0 {
		return false
	}
	args := c.Args // with the receiver, unless that is an interface
	if c.IsInvoke() {
		args = append(slices.Clone(args), c.Value)
	}
	return slices.ContainsFunc(args, func(a ssa.Value) bool {
		if made, ok := a.(*ssa.MakeInterface); ok {
			a = made.X
		}
		return slices.Contains(k.EndsWith, types.TypeString(a.Type(), nil)) || embedsOne(structOf(a.Type()), k.EndsWith)
	})
}

func embedsOne(st *types.Struct, names []string) bool {
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && slices.Contains(names, types.TypeString(f.Type(), nil)) {
			return true
		}
	}
	return false
}

// within reports whether v is owner, or an embedded field of it.
func within(v, owner ssa.Value) bool {
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	if field, ok := v.(*ssa.FieldAddr); ok {
		v = field.X
	}
	return v == owner
}

// collected reports whether the garbage collector frees the kind in the
// language version of the package.
func (e *engine) collected(k *resource.Kind) bool {
	return k.Until != "" && (e.Version == "" || version.Compare(e.Version, k.Until) >= 0)
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
	if acq.Kind.Lives == resource.LivesProcess && e.oneShot[outermost(fn)] {
		return owned, nil
	}
	leak, ok := w.leak(exits)
	if !ok || acq.Kind.Lives == resource.LivesMain && e.mainOnly[outermost(fn)] && !leak.InLoop {
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

// endsItself reports whether the call gets a context that this function has
// made to cancel: the cancel function, which vet's lostcancel watches, ends the
// resource with it.
func endsItself(c *ssa.CallCommon) bool {
	for _, a := range c.Args {
		if load, ok := a.(*ssa.UnOp); ok {
			a = storedIn(load.X)
		}
		x, ok := a.(*ssa.Extract)
		if !ok {
			continue
		}
		if call, ok := x.Tuple.(*ssa.Call); ok {
			if f := call.Call.StaticCallee(); f != nil && object(f) != nil && cancels[object(f).FullName()] {
				return true
			}
		}
	}
	return false
}

var cancels = map[string]bool{
	"context.WithCancel": true, "context.WithCancelCause": true,
	"context.WithDeadline": true, "context.WithDeadlineCause": true,
	"context.WithTimeout": true, "context.WithTimeoutCause": true,
}

// storedIn returns the last value that is stored in a variable, or nil.
func storedIn(addr ssa.Value) ssa.Value {
	refs := addr.Referrers()
	if refs == nil {
		return nil
	}
	var v ssa.Value
	for _, ref := range *refs {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == addr {
			v = st.Val
		}
	}
	return v
}
