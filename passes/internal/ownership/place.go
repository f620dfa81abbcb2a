package ownership

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// argument, as the result index of a walker, says that the obligation is an
// argument of its site: a lock, a started process. Such a resource is named by
// the place where it is (s.mu), since each use loads it anew.
const argument = -2

// A placeKey names a place by the step that leads to it.
type placeKey struct {
	base  ssa.Value // canonical
	step  token.Token
	field int
	index ssa.Value
}

// place returns the first value seen for the place that v denotes, or nil if v
// is that value or no place.
func (w *walker) place(s *state, v ssa.Value) ssa.Value {
	if !w.onArgument() {
		return nil
	}
	var key placeKey
	switch x := v.(type) {
	case *ssa.FieldAddr:
		key = placeKey{base: w.canon(s, x.X), step: token.PERIOD, field: x.Field}
	case *ssa.IndexAddr:
		key = placeKey{base: w.canon(s, x.X), step: token.LBRACK, index: w.canon(s, x.Index)}
	case *ssa.UnOp:
		if x.Op != token.MUL {
			return nil
		}
		key = placeKey{base: w.canon(s, x.X), step: token.MUL}
	case *ssa.Call: // if len(s.queue) > 0 { s.mu.Lock() }, and the same once more to unlock
		if !isLen(x) {
			return nil
		}
		key = placeKey{base: w.canon(s, x.Call.Args[0]), step: token.LPAREN}
	default:
		return nil
	}
	if first, ok := w.places[key]; ok {
		if first == v {
			return nil
		}
		return first
	}
	w.places[key] = v
	return nil
}

// inPlace reports whether the place of the obligation is at or below v: who
// has v can reach it.
func (w *walker) inPlace(s *state, v ssa.Value) bool {
	if !w.onArgument() {
		return false
	}
	have := w.canon(s, v)
	for at := w.ob.value; at != nil; {
		if at == have {
			return true
		}
		switch x := at.(type) {
		case *ssa.FieldAddr:
			at = w.canon(s, x.X)
		case *ssa.IndexAddr:
			at = w.canon(s, x.X)
		case *ssa.UnOp:
			at = w.canon(s, x.X)
		default:
			return false
		}
	}
	return false
}

// releasesPlace reports whether a call that gets something above the place of
// the obligation may release it: s.unlock() for s.mu.
func (w *walker) releasesPlace(s *state, c *ssa.CallCommon) bool {
	above := c.IsInvoke() && w.inPlace(s, c.Value)
	for _, a := range c.Args {
		above = above || w.inPlace(s, a)
	}
	if !above {
		return false
	}
	callee := c.StaticCallee()
	if callee == nil {
		return true
	}
	if isStd(callee) {
		return false // the listed releases are all there are
	}
	if set, ours := w.eng.releasing[callee]; ours {
		return len(set) > 0
	}
	name := strings.ToLower(callee.Name())
	return strings.Contains(name, "unlock") || strings.Contains(name, "release") || strings.Contains(name, "wait")
}

// escapesBefore reports whether the value of an argument obligation is known
// elsewhere, so that others may release it: stored, sent, or kept by a closure
// that does.
func (w *walker) escapesBefore(v ssa.Value) bool {
	if w.ob.kind.Place {
		return false // the place is shared by nature; the lock is not
	}
	switch x := v.(type) {
	case *ssa.Call, *ssa.MakeChan, *ssa.ChangeType, *ssa.MakeInterface:
	case *ssa.Alloc:
		return structOf(x.Type()) == nil || !w.eng.private(x)
	case *ssa.UnOp:
		alloc, ok := x.X.(*ssa.Alloc)
		return !ok || !w.eng.private(alloc)
	default:
		return true
	}
	refs := v.Referrers()
	if refs == nil {
		return true
	}
	for _, ref := range *refs {
		switch x := ref.(type) {
		case *ssa.Store:
			if alloc, ok := x.Addr.(*ssa.Alloc); !ok || x.Val == v && !w.eng.private(alloc) {
				return true
			}
		case *ssa.MapUpdate, *ssa.Send, *ssa.Return, *ssa.Phi:
			return true
		case *ssa.MakeInterface, *ssa.ChangeType:
			if w.escapesBefore(x.(ssa.Value)) {
				return true
			}
		case ssa.CallInstruction:
			if !w.lends(x, v) {
				return true
			}
		}
	}
	return false
}

// moves reports whether the place of v depends on a variable that a loop
// changes: with locks taken hand over hand, the name means another lock later.
func (e *engine) moves(v ssa.Value) bool {
	for v != nil {
		if phi, ok := v.(*ssa.Phi); ok {
			return e.reachOf(phi.Parent()).loops(phi.Block())
		}
		if f, ok := v.(*ssa.FieldAddr); ok {
			v = f.X
		} else {
			v = through(v)
		}
	}
	return false
}

// lends reports whether the call only borrows v: a method of it, its site, or
// a function of the standard library.
func (w *walker) lends(call ssa.CallInstruction, v ssa.Value) bool {
	c := call.Common()
	callee := c.StaticCallee()
	if callee == nil {
		return false
	}
	return isStd(callee) || len(c.Args) > 0 && c.Args[0] == v && callee.Signature.Recv() != nil
}
