package ownership

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// enter moves s along the i-th out edge of b, binding phis in parallel.
func (w *walker) enter(s *state, b *ssa.BasicBlock, i int) item {
	succ := b.Succs[i]
	edge := predIndex(b, succ, i)
	type binding struct {
		phi *ssa.Phi
		val ssa.Value
	}
	var bound []binding
	for _, instr := range succ.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		bound = append(bound, binding{phi, w.canon(s, phi.Edges[edge])})
	}
	for _, p := range bound {
		s.forget(p.phi)
	}
	for _, p := range bound {
		if p.val != p.phi && w.interesting(s, p.val) && (!w.onArgument() || isCode(p.val)) {
			s.rep.set(p.phi, p.val)
		}
	}
	return item{succ, s}
}

// isCode reports whether v is a constant or a function: what a phi may stand for
// even where resources are named by place.
func isCode(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Const, *ssa.MakeClosure, *ssa.Function:
		return true
	}
	return false
}

// predIndex returns which predecessor of succ the i-th out edge of b is. A
// branch may have both edges to one block.
func predIndex(b, succ *ssa.BasicBlock, i int) int {
	skip := 0
	for _, s := range b.Succs[:i] {
		if s == succ {
			skip++
		}
	}
	for j, p := range succ.Preds {
		if p == b {
			if skip == 0 {
				return j
			}
			skip--
		}
	}
	return 0
}

// interesting reports whether it is worth knowing that something denotes v.
func (w *walker) interesting(s *state, v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Const, *ssa.MakeClosure, *ssa.Function:
		return true
	}
	return v == w.ob.value || v == w.ob.companion || s.held.m[v] || nonNil(v) || s.mentions(v)
}

// exec applies one instruction and returns the states after it.
func (w *walker) exec(s *state, instr ssa.Instruction, depth int) []*state {
	if v, ok := instr.(ssa.Value); ok {
		if _, phi := v.(*ssa.Phi); !phi {
			counted := w.counts(s, v)
			inside := s.held.m[v]
			s.forget(v)
			if x, ok := v.(*ssa.Extract); ok && inside {
				s.held.set(x, true) // it was the call that made it a holder
			}
			if counted {
				s.known.set(fact{token.EQL, v, zero}, false)
			}
		}
	}
	w.pin(s, instr)
	switch x := instr.(type) {
	case *ssa.Call:
		for v := range s.held.m {
			if t, ok := v.(*ssa.Extract); ok && t.Tuple == ssa.Value(x) {
				s.held.del(v) // of the previous iteration
			}
		}
		return w.call(s, x, &x.Call, depth)
	case *ssa.Defer:
		w.deferStmt(s, x)
	case *ssa.Go:
		w.goStmt(s, x)
	case *ssa.RunDefers:
		return w.runDefers(s, x.Parent(), depth)
	case *ssa.Panic:
		return nil
	case *ssa.Store:
		w.store(s, x)
	case *ssa.UnOp:
		switch {
		case x.Op == token.MUL:
			w.load(s, x)
		case x.Op == token.ARROW && s.status.owed() && w.receivesFrom(s, x.X):
			s.status = released
		}
	case *ssa.Send:
		w.giveAway(s, x.X)
	case *ssa.MapUpdate:
		w.giveAway(s, x.Key)
		w.giveAway(s, x.Value)
	case *ssa.Select:
		for _, st := range x.States {
			if st.Send != nil {
				w.giveAway(s, st.Send)
			}
		}
	}
	return []*state{s}
}

// pin records what a renaming of a phi or load denotes, for it may outlive what
// the path knows of its operand.
func (w *walker) pin(s *state, instr ssa.Instruction) {
	if len(s.rep.m) == 0 {
		return
	}
	switch instr.(type) {
	case *ssa.Extract, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.TypeAssert:
	default:
		return
	}
	v := instr.(ssa.Value)
	if c := w.canon(s, v); c != v && w.interesting(s, c) {
		s.rep.set(v, c)
	}
}

// counts reports whether v is a counter that the path knows to be above zero
// once v is computed: "n + 1" where n was compared with zero. Batch loops open
// a transaction at n == 0 and commit the rest after the loop at n > 0.
func (w *walker) counts(s *state, v ssa.Value) bool {
	add, ok := v.(*ssa.BinOp)
	if !ok || add.Op != token.ADD {
		return false
	}
	step, ok := add.Y.(*ssa.Const)
	if !ok || step.Value == nil || step.Value.Kind() != constant.Int || constant.Sign(step.Value) <= 0 {
		return false
	}
	x := w.canon(s, add.X)
	if c, ok := x.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
		return constant.Sign(c.Value) >= 0
	}
	_, compared := s.known.m[fact{token.EQL, x, zero}]
	return compared
}

// leave settles an exit of the whole function: what is returned moves to the
// caller.
func (w *walker) leave(s *state, ret *ssa.Return) {
	if !s.status.owed() {
		return
	}
	if s.taken != nil {
		s.status = transferred // nobody asked whether the callee took it
		return
	}
	if s.maybe {
		defer func() {
			if s.status.owed() {
				s.status = transferred
			}
		}()
	}
	for _, r := range ret.Results {
		// A cleanup function that is returned beside the resource releases it.
		if mc, ok := w.canon(s, r).(*ssa.MakeClosure); ok && w.captures(s, mc) && w.mayRelease(mc.Fn.(*ssa.Function), maxDepth) {
			s.status = transferred
			return
		}
	}
	holds, pends := false, s.status == pending
	for _, r := range ret.Results {
		if v := w.canon(s, r); w.owes(s, v) {
			s.status = returned
			w.unsure = w.unsure || pends
			if !w.inert(v) {
				s.lost = false
				return
			}
			holds = true
		}
	}
	if holds {
		s.lost = true // what the caller gets cannot release it
		return
	}
	for _, r := range ret.Results {
		w.giveAway(s, r)
	}
}
