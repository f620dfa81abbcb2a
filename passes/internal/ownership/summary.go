package ownership

import (
	"go/token"
	"go/types"
	"go/version"
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

// walkable reports whether effects on a parameter of type t of a function with
// that signature are computed; for other types nothing may be concluded from
// an absent effect.
func (e *engine) walkable(t types.Type, sig *types.Signature) bool {
	if t == nil {
		return false
	}
	if e.table.KindOf(t) != nil {
		return true
	}
	if isTypeParam(t) {
		// Must[T any](v T, err error) T hands back what it gets.
		return slices.ContainsFunc(slices.Collect(sig.Results().Variables()), func(v *types.Var) bool { return types.Identical(v.Type(), t) })
	}
	switch u := t.Underlying().(type) {
	case *types.Interface:
		// An io.Reader matters where the function may make a closer of it, or
		// hand it to something that does.
		return e.generalRelease(t) || u.NumMethods() > 0 && (streams(u) || e.wraps(sig))
	case *types.Signature:
		return u.Recv() == nil
	}
	_, owner := e.ownerOf(t)
	return owner
}

func isTypeParam(t types.Type) bool {
	_, ok := t.(*types.TypeParam)
	return ok
}

// wraps reports whether some result can be released.
func (e *engine) wraps(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if !typeIsError(v.Type()) && e.generalRelease(v.Type()) {
			return true
		}
	}
	return false
}

// streams reports whether u reads or writes: resources are passed as that.
func streams(u *types.Interface) bool {
	for m := range u.Methods() {
		if m.Name() == "Read" || m.Name() == "Write" {
			return true
		}
	}
	return false
}

func typeIsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// parameter returns the obligation that stands for a parameter.
func (e *engine) parameter(p *ssa.Parameter) obligation {
	ob := obligation{kind: e.table.KindOf(p.Type()), value: p}
	if ob.kind != nil {
		ob.releases, ob.exhausts, ob.fields = ob.kind.Release, ob.kind.Exhaust, fieldsOf(ob.kind)
		return ob
	}
	ob.exhausts = []string{"Next"}
	if h, ok := e.ownerOf(p.Type()); ok {
		ob.releases, ob.fields = h.releases, h.fields
	} else if sig, ok := p.Type().Underlying().(*types.Signature); ok {
		if sig.Results().Len() == 0 && sig.Params().Len() <= 1 {
			ob.releases = []string{resource.Call} // perhaps a cancel function
		}
	} else if ob.releases = e.allReleases(p.Type()); len(ob.releases) == 0 {
		ob.releases = []string{"Close"} // reached by an assertion to io.Closer
	}
	return ob
}

func fieldsOf(k *resource.Kind) []string {
	if k.Field == "" {
		return nil
	}
	return []string{k.Field}
}

// paramEffect walks fn with its i-th parameter as the obligation.
func (e *engine) paramEffect(fn *ssa.Function, i int, p *ssa.Parameter) (ParamEffect, bool) {
	eff := ParamEffect{Param: i, Returns: -1, Held: -1}
	if !e.walkable(p.Type(), fn.Signature) || p.Referrers() == nil || len(*p.Referrers()) == 0 {
		return eff, false
	}
	if i == 0 && fn.Signature.Recv() != nil && e.table.KindOf(p.Type()) == nil {
		return eff, false // the owner's methods are known by name
	}
	if types.IsInterface(p.Type()) && !isTypeParam(p.Type()) && !e.handsOn(p) {
		return eff, false
	}
	w := &walker{eng: e, fn: fn, ob: e.parameter(p), result: -1, consts: make(map[string]ssa.Value)}
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
			w.handsBack(x, &eff)
		case exhausted, void:
		default:
			eff.Every = false
		}
	}
	eff.Spares = w.spares(exits)
	settles := slices.ContainsFunc(exits, func(x exit) bool { return x.state.status == released || x.state.status == exhausted })
	eff.Every = eff.Every && settles
	return eff, eff.Every || eff.Some || eff.Stores || eff.Returns >= 0 || eff.Held >= 0
}

// spares reports whether every exit that returns an error has left the
// parameter open, and there is one.
func (w *walker) spares(exits []exit) bool {
	found := false
	for i := range exits {
		x := &exits[i]
		switch {
		case x.state.status.settled() && x.by != nil:
			if w.failsAfter(x.by.Block()) {
				return false // what came first is not known
			}
		case w.reportsFailure(x):
			if !x.state.status.owed() {
				return false
			}
			found = true
		}
	}
	return found
}

// failsAfter reports whether a return with an error can follow b.
func (w *walker) failsAfter(b *ssa.BasicBlock) bool {
	i := resource.Companion(w.fn.Signature)
	if i < 0 || b.Parent() != w.fn {
		return true
	}
	after := w.eng.reachOf(w.fn).from(b)
	for _, c := range w.fn.Blocks {
		if ret, ok := c.Instrs[len(c.Instrs)-1].(*ssa.Return); ok && after[c.Index] {
			if k, isConst := ret.Results[i].(*ssa.Const); !isConst || !k.IsNil() {
				return true
			}
		}
	}
	return false
}

// handsOn reports whether anything but a method call that borrows happens to an
// interface value.
func (e *engine) handsOn(p *ssa.Parameter) bool {
	for _, ref := range *p.Referrers() {
		c, ok := ref.(ssa.CallInstruction)
		if !ok || !c.Common().IsInvoke() || c.Common().Value != ssa.Value(p) || slices.Contains(c.Common().Args, ssa.Value(p)) || e.table.Releasing(c.Common().Method.Name()) {
			return true
		}
	}
	return false
}

// handsBack records how an exit returns the parameter: itself or held.
func (w *walker) handsBack(x exit, eff *ParamEffect) {
	i, v := w.returnedAs(x)
	if i < 0 {
		return
	}
	if !x.state.held.m[v] {
		eff.Returns = i
		return
	}
	eff.Held, eff.Releases = i, sortedUnique(w.holders[v].releases)
}

func sortedUnique(names []string) []string {
	out := slices.Clone(names)
	slices.Sort(out)
	return slices.Compact(out)
}

func (e *engine) count(w *walker) {
	e.result.Stats.Sites++
	e.result.Stats.Steps += w.steps
	if w.dropped {
		e.result.Stats.Dropped++
	}
}

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
			if acq.Kind.Flush && resets(call) {
				continue // used again and again: each use has its own end
			}
			if acq.Kind.Context && endsItself(&call.Call) || acq.Kind.Parent && e.parentHere(&call.Call) || e.collected(acq.Kind) {
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

// resets reports whether the result of a call is reset for another use.
func resets(call *ssa.Call) bool {
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		c, ok := ref.(ssa.CallInstruction)
		return ok && c.Common().StaticCallee() != nil && c.Common().StaticCallee().Name() == "Reset"
	})
}

// parentHere reports whether the receiver of an acquisition is a resource that
// the same function acquires: its release ends both.
func (e *engine) parentHere(c *ssa.CallCommon) bool {
	if c.IsInvoke() || len(c.Args) == 0 {
		return false
	}
	v := c.Args[0]
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	return ok && len(e.acquires(&call.Call)) > 0
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
		leak.Owner, leak.Method = w.ob.value.Type(), preferred(acq.releases)
	}
	return owned, []Leak{leak}
}

// preferred picks the release to name: Close if there is one.
func preferred(releases []string) string {
	if len(releases) == 0 || slices.Contains(releases, "Close") {
		return "Close"
	}
	return releases[0]
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
		o := OwnedResult{Result: i, Kind: w.ob.kind.Name}
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

// releasableAs reports whether a caller can release a result of type t at all.
func (e *engine) releasableAs(t types.Type, o OwnedResult) bool {
	if len(o.Releases)+len(o.Fields) == 0 {
		return true
	}
	mset := types.NewMethodSet(t)
	for i := range mset.Len() {
		if slices.Contains(o.Releases, mset.At(i).Obj().Name()) {
			return true
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

// An acquisition is what one call hands out, by table or by summary.
type acquisition struct {
	resource.Site
	releases, fields []string // in place of those of the kind
	owner            bool     // a struct that holds one of the kind
}

// acquires reports what a call hands to its caller.
func (e *engine) acquires(c *ssa.CallCommon) []acquisition {
	if c.IsInvoke() {
		if sites := e.table.Acquires(c.Method); sites != nil {
			return plain(sites)
		}
		if sites := e.table.ByType(c.Signature()); sites != nil {
			return plain(sites)
		}
		if acq := e.byName(c.Method); acq != nil {
			return acq
		}
		return e.byMethods(c.Signature())
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return nil
	}
	callee := c.StaticCallee()
	if callee == nil {
		return plain(e.table.ByType(c.Signature()))
	}
	obj := object(callee)
	if obj == nil {
		return plain(e.table.ByType(c.Signature())) // a function literal
	}
	if sites := e.table.Acquires(obj); sites != nil {
		return plain(sites)
	}
	sum, known := e.summary(callee)
	if !known {
		if isStd(callee) {
			return nil
		}
		return plain(e.table.ByType(c.Signature()))
	}
	var out []acquisition
	for _, r := range sum.Results {
		if k := e.table.ByName(r.Kind); k != nil {
			site := resource.Site{Kind: k, Result: r.Result, Error: resource.Companion(obj.Signature()), Param: -1}
			out = append(out, acquisition{site, r.Releases, r.Fields, len(r.Releases)+len(r.Fields) > 0})
		}
	}
	return out
}

// byName reports what an interface method hands out by its name: Open, Begin
// and their kin give away what they return beside an error, if it has a release.
func (e *engine) byName(m *types.Func) []acquisition {
	kind, ok := e.table.ByVerb(m.Name())
	sig := m.Signature()
	err := resource.Companion(sig)
	if !ok || err < 0 {
		return nil
	}
	for i := range err {
		t := sig.Results().At(i).Type()
		if _, iface := t.Underlying().(*types.Interface); !iface && !isPointerTo(t) {
			continue
		}
		if names := e.allReleases(t); closes(names) && e.mayOwn(t) {
			site := resource.Site{Kind: kind, Result: i, Error: err, Param: -1}
			return []acquisition{{Site: site, releases: names}}
		}
	}
	return nil
}

// byMethods reports what an interface method hands out by what its result can
// do: something to read or write and to close, beside an error, is a stream that
// the caller asked for.
func (e *engine) byMethods(sig *types.Signature) []acquisition {
	kind := e.table.ByName("io.readcloser")
	err := resource.Companion(sig)
	if err < 0 || kind == nil {
		return nil
	}
	for i := range err {
		t := sig.Results().At(i).Type()
		names := e.allReleases(t)
		if !slices.Contains(names, "Close") || !e.mayOwn(t) || !hasMethod(t, "Read") && !hasMethod(t, "Write") {
			continue
		}
		site := resource.Site{Kind: kind, Result: i, Error: err, Param: -1}
		return []acquisition{{Site: site, releases: names}}
	}
	return nil
}

// mayOwn reports whether a value of type t can hold a resource: an interface
// can, and a struct of an analysed package if one of its methods releases a field.
func (e *engine) mayOwn(t types.Type) bool {
	name := namedOf(t)
	if name == nil || types.IsInterface(t) {
		return true
	}
	if _, owner := e.ownerOf(t); owner {
		return true
	}
	return name.Pkg() != e.Pkg && !e.Analysed(name.Pkg())
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

// closes reports whether methods are those of something that must be closed.
func closes(methods []string) bool {
	return slices.Contains(methods, "Close") || slices.Contains(methods, "Rollback") && slices.Contains(methods, "Commit")
}

func plain(sites []resource.Site) []acquisition {
	var out []acquisition
	for _, s := range sites {
		out = append(out, acquisition{Site: s})
	}
	return out
}

// walkerFor sets up the walk of one acquisition; nil if others may release it.
func (e *engine) walkerFor(fn *ssa.Function, call *ssa.Call, acq acquisition) *walker {
	ob := obligation{
		kind: acq.Kind, site: call, value: call,
		releases: acq.Kind.Release, exhausts: acq.Kind.Exhaust, fields: fieldsOf(acq.Kind),
	}
	if len(acq.releases)+len(acq.fields) > 0 {
		// Through a field, the release of the kind itself counts as well.
		ob.releases = append(slices.Clone(acq.releases), acq.Kind.Release...)
		ob.fields, ob.exhausts = acq.fields, nil
	}
	w := &walker{eng: e, fn: fn, result: -1, owner: acq.owner, consts: make(map[string]ssa.Value), places: make(map[placeKey]ssa.Value)}
	if call.Call.Signature().Results().Len() > 1 {
		w.result = acq.Result
		for _, ref := range *call.Referrers() {
			if x, ok := ref.(*ssa.Extract); ok {
				switch x.Index {
				case acq.Result:
					ob.value = x
				case acq.Error:
					ob.companion = x
				}
			}
		}
	} else if acq.Error == 0 {
		ob.companion = call
	}
	if acq.Param < 0 {
		w.ob = ob
		return w
	}
	w.result = argument
	if acq.Param >= len(call.Call.Args) {
		return nil
	}
	ob.value = call.Call.Args[acq.Param]
	w.ob = ob
	w.ob.value = w.canon(newState(before), ob.value)
	if w.escapesBefore(w.ob.value) {
		return nil
	}
	return w
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
		return x.IsNil() || x.Value == nil
	case *ssa.Phi:
		return !slices.ContainsFunc(x.Edges, func(v ssa.Value) bool { return !e.ownedLeaf(v, seen) })
	case *ssa.MakeInterface:
		return e.ownedLeaf(x.X, seen)
	case *ssa.ChangeInterface:
		return e.ownedLeaf(x.X, seen)
	case *ssa.ChangeType:
		return e.ownedLeaf(x.X, seen)
	case *ssa.Extract:
		return e.ownedLeaf(x.Tuple, seen)
	case *ssa.Alloc:
		return structOf(x.Type()) != nil // a new struct, which the caller gets whole
	case *ssa.Call:
		if len(e.acquires(&x.Call)) > 0 {
			return true
		}
		// A wrapper of something owned.
		return slices.ContainsFunc(x.Call.Args, func(a ssa.Value) bool { return e.ownedLeaf(a, seen) })
	case *ssa.UnOp:
		if x.Op != token.MUL {
			return false
		}
		switch addr := x.X.(type) {
		case *ssa.Alloc:
			if structOf(addr.Type()) != nil {
				return true
			}
			return e.ownedStores(addr, seen)
		case *ssa.FieldAddr:
			return e.ownedLeaf(addr.X, seen) // resp.Body
		}
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
