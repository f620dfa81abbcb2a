package ownership

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// receivesFrom reports whether ch is the channel C of a timer, which is gone when
// that has delivered, or what Done of the resource returns.
func (w *walker) receivesFrom(s *state, ch ssa.Value) bool {
	if call, ok := ch.(*ssa.Call); ok { // <-session.Done(): it has ended
		recv, method := w.receiver(s, &call.Call)
		return recv != nil && method == "Done" && w.owes(s, recv)
	}
	load, ok := ch.(*ssa.UnOp)
	if !ok || load.Op != token.MUL || w.ob.kind == nil || !w.ob.kind.Fires {
		return false
	}
	f, ok := load.X.(*ssa.FieldAddr)
	return ok && w.canon(s, f.X) == w.ob.value
}

// chosen applies a branch on the case that a select has taken.
func (w *walker) chosen(s *state, cmp *ssa.BinOp, truth bool) {
	index, ok := cmp.X.(*ssa.Extract)
	if !ok || !truth || cmp.Op != token.EQL || !s.status.owed() {
		return
	}
	sel, ok := index.Tuple.(*ssa.Select)
	k, isConst := cmp.Y.(*ssa.Const)
	if !ok || !isConst || k.Value == nil || index.Index != 0 {
		return
	}
	if n, exact := constant.Int64Val(k.Value); exact && n >= 0 && n < int64(len(sel.States)) && w.receivesFrom(s, sel.States[n].Chan) {
		s.status = released
	}
}
