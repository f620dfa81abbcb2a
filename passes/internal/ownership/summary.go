package ownership

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// summarize walks the parameters and the acquisitions of fn.
func (e *engine) summarize(fn *ssa.Function) (*Summary, []Leak) {
	sum := &Summary{NoReturn: !e.returns(fn)}
	for i, p := range fn.Params {
		if eff, ok := e.paramEffect(fn, i, p); ok {
			sum.Params = append(sum.Params, eff)
		}
	}
	owned, leaks := e.sites(fn)
	sum.Results = owned
	return sum, leaks
}

// returns reports whether some path of fn reaches a return.
func (e *engine) returns(fn *ssa.Function) bool {
	if fn.Recover != nil {
		return true // a recovered panic returns too
	}
	seen := make([]bool, len(fn.Blocks))
	stack := []*ssa.BasicBlock{fn.Blocks[0]}
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[b.Index] {
			continue
		}
		seen[b.Index] = true
		if e.stops(b) {
			continue
		}
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return true
		}
		stack = append(stack, b.Succs...)
	}
	return false
}

// stops reports whether a call in b never returns.
func (e *engine) stops(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Instrs, func(i ssa.Instruction) bool {
		c, ok := i.(*ssa.Call)
		return ok && e.noReturn(&c.Call)
	})
}

// walkable reports whether effects on a parameter of type t are computed; for
// other types nothing may be concluded from an absent effect.
func (e *engine) walkable(t types.Type) bool {
	if t == nil {
		return false
	}
	if e.table.KindOf(t) != nil {
		return true
	}
	if _, ok := t.(*types.TypeParam); ok {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		return len(e.table.ReleaseNames(t)) > 0
	case *types.Signature:
		return u.Recv() == nil
	}
	return false
}

// paramEffect walks fn with its i-th parameter as the obligation.
func (e *engine) paramEffect(fn *ssa.Function, i int, p *ssa.Parameter) (ParamEffect, bool) {
	eff := ParamEffect{Param: i, Returns: -1}
	if !e.walkable(p.Type()) || p.Referrers() == nil || len(*p.Referrers()) == 0 {
		return eff, false
	}
	ob := obligation{kind: e.table.KindOf(p.Type()), value: p}
	if ob.kind != nil {
		ob.releases, ob.exhausts = ob.kind.Release, ob.kind.Exhaust
	} else {
		ob.releases, ob.exhausts = e.table.ReleaseNames(p.Type()), []string{"Next"}
	}
	w := &walker{eng: e, fn: fn, ob: ob, result: -1, consts: make(map[string]ssa.Value)}
	exits := w.run(fn, newState(open), 0)
	e.count(w)
	if w.dropped {
		eff.Stores = true // unknown: whoever calls it is not to be blamed
		return eff, true
	}
	eff.Every = true
	for _, x := range exits {
		switch x.state.status {
		case released:
			eff.Some = true
		case transferred:
			eff.Stores, eff.Every = true, false
		case returned:
			eff.Every = false
			eff.Returns = w.returnedAs(x)
		case exhausted, void:
		default:
			eff.Every = false
		}
	}
	settles := slices.ContainsFunc(exits, func(x exit) bool { return x.state.status == released || x.state.status == exhausted })
	eff.Every = eff.Every && settles
	return eff, eff.Every || eff.Some || eff.Stores || eff.Returns >= 0
}

func (e *engine) count(w *walker) {
	e.result.Stats.Sites++
	e.result.Stats.Steps += w.steps
	if w.dropped {
		e.result.Stats.Dropped++
	}
}

// returnedAs returns the index of the result that is the resource.
func (w *walker) returnedAs(x exit) int {
	ret, ok := x.at.(*ssa.Return)
	if !ok {
		return -1
	}
	return slices.IndexFunc(ret.Results, func(r ssa.Value) bool { return w.canon(x.state, r) == w.ob.value })
}

// sites walks every acquisition in fn.
func (e *engine) sites(fn *ssa.Function) (owned []OwnedResult, leaks []Leak) {
	eachCall(fn, func(instr ssa.CallInstruction) {
		call, ok := instr.(*ssa.Call)
		if !ok {
			return
		}
		site, ok := e.acquires(&call.Call)
		if !ok || site.Kind.Context && endsItself(&call.Call) {
			return
		}
		w := e.walkerFor(fn, call, site)
		exits := w.run(fn, newState(before), 0)
		e.count(w)
		if w.dropped {
			return
		}
		// A function that swallows the error of the acquisition, or keeps it in
		// a field, may return nil: its callers could not be judged.
		tells := site.Error < 0 || resource.Companion(fn.Signature) >= 0
		for _, x := range exits {
			if i := w.returnedAs(x); tells && x.state.status == returned && i >= 0 && e.alwaysOwned(fn, i) {
				o := OwnedResult{Result: i, Kind: site.Kind.Name}
				if !slices.Contains(owned, o) {
					owned = append(owned, o)
				}
			}
		}
		if site.Kind.Process && e.oneShot[outermost(fn)] {
			return
		}
		if leak, ok := w.leak(exits); ok {
			leaks = append(leaks, leak)
		}
	})
	slices.SortFunc(owned, func(a, b OwnedResult) int { return a.Result - b.Result })
	owned = slices.CompactFunc(owned, func(a, b OwnedResult) bool { return a.Result == b.Result })
	return owned, leaks
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

// acquires reports what a call hands to its caller, by table or by summary.
func (e *engine) acquires(c *ssa.CallCommon) (resource.Site, bool) {
	if c.IsInvoke() {
		return e.table.Acquires(c.Method)
	}
	callee := c.StaticCallee()
	if callee == nil {
		return resource.Site{}, false
	}
	obj := object(callee)
	if obj == nil {
		return resource.Site{}, false
	}
	if site, ok := e.table.Acquires(obj); ok {
		return site, true
	}
	if sum, known := e.summary(callee); known && len(sum.Results) > 0 {
		r := sum.Results[0]
		if k := e.table.ByName(r.Kind); k != nil {
			return resource.Site{Kind: k, Result: r.Result, Error: resource.Companion(obj.Signature())}, true
		}
	}
	return resource.Site{}, false
}

func (e *engine) walkerFor(fn *ssa.Function, call *ssa.Call, site resource.Site) *walker {
	ob := obligation{
		kind: site.Kind, site: call, value: call,
		releases: site.Kind.Release, exhausts: site.Kind.Exhaust,
	}
	result := -1
	if call.Call.Signature().Results().Len() > 1 {
		result = site.Result
		for _, ref := range *call.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok {
				switch x.Index {
				case site.Result:
					ob.value = x
				case site.Error:
					ob.companion = x
				}
			}
		}
	}
	return &walker{eng: e, fn: fn, ob: ob, result: result, consts: make(map[string]ssa.Value)}
}

// alwaysOwned reports whether every return of fn gives the caller, at result
// i, nil or something acquired here: a function that sometimes lends (a cached
// connection, the caller's own transaction) promises nothing.
func (e *engine) alwaysOwned(fn *ssa.Function, i int) bool {
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && i < len(ret.Results) {
			if !e.ownedLeaf(ret.Results[i], make(map[ssa.Value]bool)) {
				return false
			}
		}
	}
	return true
}

func (e *engine) ownedLeaf(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return true
	}
	seen[v] = true
	switch x := v.(type) {
	case *ssa.Const:
		return x.IsNil()
	case *ssa.Phi:
		return !slices.ContainsFunc(x.Edges, func(v ssa.Value) bool { return !e.ownedLeaf(v, seen) })
	case *ssa.MakeInterface:
		return e.ownedLeaf(x.X, seen)
	case *ssa.ChangeInterface:
		return e.ownedLeaf(x.X, seen)
	case *ssa.Extract:
		return e.ownedLeaf(x.Tuple, seen)
	case *ssa.Call:
		_, ok := e.acquires(&x.Call)
		return ok
	case *ssa.UnOp:
		alloc, ok := x.X.(*ssa.Alloc)
		return ok && x.Op == token.MUL && e.ownedStores(alloc, seen)
	}
	return false
}

// ownedStores applies ownedLeaf to everything stored in a variable.
func (e *engine) ownedStores(alloc *ssa.Alloc, seen map[ssa.Value]bool) bool {
	for _, ref := range *alloc.Referrers() {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == alloc && !e.ownedLeaf(st.Val, seen) {
			return false
		}
	}
	return true
}
