package ownership

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// hold records that v holds the resource.
func (w *walker) hold(s *state, v ssa.Value, h holder) {
	if w.holders == nil {
		w.holders = make(map[ssa.Value]holder)
	}
	if s.held.m[v] { // in several fields at once
		h.releases = append(h.releases, w.holders[v].releases...)
		h.fields = append(h.fields, w.holders[v].fields...)
	}
	w.holders[v] = h
	s.held.set(v, true)
}

// inert reports whether v holds the resource but cannot release it.
func (w *walker) inert(v ssa.Value) bool {
	h, ok := w.holders[v]
	return ok && len(h.releases)+len(h.fields) == 0
}

// ownField reports whether addr is a field through which the resource is
// reached already, as in resp.Body = wrap(resp.Body).
func (w *walker) ownField(s *state, addr ssa.Value) bool {
	f, ok := addr.(*ssa.FieldAddr)
	return ok && w.standsFor(s, f.X, f.Field)
}

// storeInStruct applies a store of the resource, or of what holds it, into a
// field of a struct that this function has made. It reports false if the
// struct is not ours alone, or says nothing about who releases its fields.
func (w *walker) storeInStruct(s *state, x *ssa.Store) bool {
	chain := structChain(x.Addr)
	if chain == nil {
		return false
	}
	base := chain[len(chain)-1].X
	h, ok, lost := w.eng.nestedHolder(chain)
	root := w.canon(s, base)
	if alloc, made := root.(*ssa.Alloc); !made || w.sharedBefore(alloc, x) {
		if p, isParam := root.(*ssa.Parameter); lost && w.ob.site == nil && isParam && !isReceiver(p) {
			return true // set_input(parser, r): nobody releases it through the parser
		}
		if lost && !w.storedBeside(x) {
			w.lost, s.lost = x, true
		}
		return false
	}
	if !ok && lost {
		w.lost = x
		w.hold(s, root, holder{}) // a reader in a struct that only reads it
		return true
	}
	if !ok {
		return false
	}
	if inner := w.canon(s, x.Val); s.held.m[inner] && len(w.holders[inner].releases) == 0 {
		h = holder{} // what is stored cannot be released as a whole
	}
	w.hold(s, root, h)
	return true
}

// storedBeside reports whether what the store puts into a field is put into
// another one too, through which somebody can release it, as in
// t.w, t.closer = conn, conn.
func (w *walker) storedBeside(x *ssa.Store) bool {
	v := unwrapInterface(x.Val)
	if v.Referrers() == nil {
		return false
	}
	refs := *v.Referrers()
	for _, ref := range refs {
		if made, ok := ref.(ssa.Value); ok && unwrapInterface(made) == v && made.Referrers() != nil {
			refs = append(refs[:len(refs):len(refs)], *made.Referrers()...)
		}
	}
	return slices.ContainsFunc(refs, func(ref ssa.Instruction) bool {
		other, ok := ref.(*ssa.Store)
		if !ok || other == x || unwrapInterface(other.Val) != v {
			return false
		}
		chain := structChain(other.Addr)
		if chain == nil {
			return false
		}
		_, _, lost := w.eng.nestedHolder(chain)
		return !lost
	})
}

// unwrapInterface returns the value that conversions to interface types wrap.
func unwrapInterface(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v
		}
	}
}

func isReceiver(p *ssa.Parameter) bool {
	fn := p.Parent()
	return fn.Signature.Recv() != nil && fn.Params[0] == p
}

// structChain returns the fields that addr is in, innermost first.
func structChain(addr ssa.Value) []*ssa.FieldAddr {
	var chain []*ssa.FieldAddr
	for {
		f, ok := addr.(*ssa.FieldAddr)
		if !ok {
			return chain
		}
		chain = append(chain, f)
		addr = f.X
	}
}

// nestedHolder says what the outermost struct of a chain of fields holds when
// the resource is in the innermost one: see structHolder.
func (e *engine) nestedHolder(chain []*ssa.FieldAddr) (h holder, ok, lost bool) {
	for i, f := range chain {
		outer, outerOK, outerLost := e.structHolder(f.X.Type().Underlying().(*types.Pointer).Elem(), f.Field)
		switch {
		case i == 0:
			h, ok, lost = outer, outerOK, outerLost
		case lost:
			return h, false, true // nothing outside can release what has no release
		default:
			promoted := h.releases
			h, ok = outer, ok || outerOK
			if structOf(f.X.Type()).Field(f.Field).Embedded() {
				h.releases = append(h.releases, promoted...)
			}
			ok = ok && len(h.releases)+len(h.fields) > 0
		}
	}
	return h, ok, lost
}

// sharedBefore reports whether others may know the struct when the store
// happens: then they can release it too.
func (w *walker) sharedBefore(alloc *ssa.Alloc, store *ssa.Store) bool {
	r := w.eng.reachOf(alloc.Parent())
	for _, ref := range *alloc.Referrers() {
		shares := false
		switch x := ref.(type) {
		case *ssa.Store:
			_, local := x.Addr.(*ssa.Alloc)
			shares = x.Val == ssa.Value(alloc) && !local
		case *ssa.MapUpdate, *ssa.Send, *ssa.MakeInterface, *ssa.Go:
			shares = true
		case ssa.CallInstruction:
			c := x.Common()
			shares = c.StaticCallee() == nil || c.StaticCallee().Signature.Recv() == nil || c.Args[0] != ssa.Value(alloc)
		}
		if shares && ref.Parent() == alloc.Parent() && ref.Block() != store.Block() && r.from(ref.Block())[store.Block().Index] {
			return true
		}
	}
	return false
}

// holdResult makes the first result of the call that can be released hold the
// resource: tls.Client(conn), a decompressor over a file. It reports false if
// no result can.
func (w *walker) holdResult(s *state, call ssa.CallInstruction) bool {
	v, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	results := v.Call.Signature().Results()
	for i := range results.Len() {
		if names := w.eng.allReleases(results.At(i).Type()); len(names) > 0 {
			return w.holdAs(s, v, i, holder{releases: names})
		}
	}
	return false
}

// holdAs makes the i-th result of the call hold the resource. It reports false
// if that result is discarded.
func (w *walker) holdAs(s *state, call *ssa.Call, i int, h holder) bool {
	v := resultOf(call, i)
	if v == nil {
		return false
	}
	w.hold(s, v, h)
	return true
}

// resultOf returns the value of the i-th result of the call, or nil if the
// function never takes it.
func resultOf(call *ssa.Call, i int) ssa.Value {
	if call.Call.Signature().Results().Len() == 1 {
		return call
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
			return x
		}
	}
	return nil
}

// allReleases returns the methods of t whose name says release. Where there is
// a Close, a Commit does not stand in for it, unless t is a transaction.
func (e *engine) allReleases(t types.Type) []string {
	if names, ok := e.releasable[t]; ok {
		return names
	}
	var names []string
	mset := types.NewMethodSet(t)
	for i := range mset.Len() {
		if n := mset.At(i).Obj().Name(); e.table.Releasing(n) {
			names = append(names, n)
		}
	}
	if slices.Contains(names, "Close") && !slices.Contains(names, "Rollback") {
		names = slices.DeleteFunc(names, func(n string) bool { return n == "Commit" })
	}
	e.releasable[t] = names
	return names
}
