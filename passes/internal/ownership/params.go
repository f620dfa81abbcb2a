package ownership

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

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
