package ownership

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

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
