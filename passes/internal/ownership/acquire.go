package ownership

import (
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// An acquisition is what one call hands out, by table or by summary.
type acquisition struct {
	resource.Site
	releases, fields []string // in place of those of the kind
	owner            bool     // a struct that holds one of the kind
	optional         bool     // the call may succeed and give nothing
	skips            bool     // a bool beside it is true then
}

// acquires reports what a call hands to its caller.
func (e *engine) acquires(c *ssa.CallCommon) []acquisition {
	if c.IsInvoke() {
		if e.alternatives(c.Signature()) || strings.Contains(c.Method.Name(), "Cache") {
			return nil // what is named for a cache stays with its owner
		}
		if sites := e.table.Acquires(c.Method); sites != nil {
			return plain(sites)
		}
		if sites := e.table.ByType(c.Signature()); sites != nil {
			if impl := e.onlyImplementation(c); impl != nil && e.sums[object(impl)] != nil {
				return e.bySummary(object(impl), *e.sums[object(impl)])
			}
			return plain(sites)
		}
		if acq := e.byName(c.Method); acq != nil {
			return acq
		}
		return e.byMethods(c.Method)
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
	if len(sum.Results) == 0 && len(sum.Params) == 0 && yieldsTypeParam(obj.Signature()) {
		// Retry[T any](func() (T, error)) (T, error) hands on what its callback
		// acquires.
		return plain(e.table.ByType(c.Signature()))
	}
	return e.bySummary(obj, *sum)
}

// bySummary reports what a function hands out by its summary.
func (e *engine) bySummary(obj *types.Func, sum Summary) []acquisition {
	var out []acquisition
	for _, r := range sum.Results {
		if k := e.table.ByName(r.Kind); k != nil {
			site := resource.Site{Kind: k, Result: r.Result, Error: resource.Companion(obj.Signature()), Param: -1}
			out = append(out, acquisition{
				Site: site, releases: r.Releases, fields: r.Fields,
				owner: len(r.Releases)+len(r.Fields) > 0, optional: r.Optional, skips: r.Skips,
			})
		}
	}
	return out
}

// yieldsTypeParam reports whether a result of a generic function is declared as
// a type parameter.
func yieldsTypeParam(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if isTypeParam(v.Type()) {
			return true
		}
	}
	return false
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
		if _, iface := t.Underlying().(*types.Interface); !iface && !pointsToStruct(t) {
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
// the caller asked for. What can be written to and is got from a registry, by the
// name of the method, stays there: a session, a connection.
func (e *engine) byMethods(m *types.Func) []acquisition {
	sig := m.Signature()
	err := resource.Companion(sig)
	if err < 0 {
		return nil
	}
	for i := range err {
		t := sig.Results().At(i).Type()
		names := e.allReleases(t)
		if !slices.Contains(names, "Close") || !e.mayOwn(t) || !hasMethod(t, "Read") && !hasMethod(t, "Write") {
			continue
		}
		if hasMethod(t, "Write") && registry.MatchString(m.Name()) {
			continue
		}
		kind := e.table.ByName("io.readcloser")
		if !hasMethod(t, "Read") {
			kind = e.table.ByName("io.writecloser")
		}
		site := resource.Site{Kind: kind, Result: i, Error: err, Param: -1}
		return []acquisition{{Site: site, releases: names}}
	}
	return nil
}

// registry matches names of methods that hand out what their owner keeps.
var registry = regexp.MustCompile(`^(Get|Register|Lookup|Find|Current|Load|Ensure)`)

// alternatives reports whether an interface method has several results that can
// be closed: mostly it gives one of them.
func (e *engine) alternatives(sig *types.Signature) bool {
	n := 0
	for v := range sig.Results().Variables() {
		if closes(e.allReleases(v.Type())) {
			n++
		}
	}
	return n > 1
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
		ob.fields = acq.fields
	}
	w := &walker{eng: e, fn: fn, result: -1, owner: acq.owner, optional: acq.optional, skips: acq.skips, consts: make(map[string]ssa.Value), places: make(map[placeKey]ssa.Value)}
	if call.Call.Signature().Results().Len() > 1 {
		w.result = acq.Result
		if v := resultOf(call, acq.Result); v != nil {
			ob.value = v
		}
		if acq.Error >= 0 {
			ob.companion = resultOf(call, acq.Error)
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
	if w.escapesBefore(w.ob.value) || e.moves(w.ob.value) {
		return nil
	}
	return w
}
