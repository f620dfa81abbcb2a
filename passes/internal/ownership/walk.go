package ownership

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Bounds of one walk. An obligation that hits one is dropped and counted.
const (
	maxStates = 48     // per block
	maxSteps  = 40_000 // instructions per obligation
	maxDepth  = 3      // nested inlined closures
)

// A walker follows one obligation through one function.
type walker struct {
	eng     *engine
	fn      *ssa.Function
	ob      obligation
	result  int  // index of the owned result of ob.site, -1 for the only one, or argument
	owner   bool // the resource is a struct that holds one of ob.kind
	consts  map[string]ssa.Value
	steps   int
	dropped bool
	holders map[ssa.Value]holder   // what the held values of the states are
	places  map[placeKey]ssa.Value // canonical values of an obligation named by place
	lost    ssa.Instruction        // a store from which nobody can release it
	unsure  bool                   // an exit returned it without a test of the companion
	looped  *ssa.Defer             // a defer in a loop that releases it
}

// An exit is one way in which a path ends, as far as the obligation goes.
type exit struct {
	state *state
	at    ssa.Instruction // the return, or the acquisition that comes again; nil if settled earlier
	again bool            // the acquisition was reached again while owed
	by    ssa.Instruction // what settled it, or nil
}

// siteValue returns the call value of the site, or nil.
func (w *walker) siteValue() ssa.Value {
	if w.ob.site == nil {
		return nil
	}
	return w.ob.site.Value()
}

type item struct {
	b *ssa.BasicBlock
	s *state
}

// run walks fn from entry and returns the exits of all paths.
func (w *walker) run(fn *ssa.Function, entry *state, depth int) []exit {
	r := w.eng.reachOf(fn)
	seen := make(map[*ssa.BasicBlock][]*state)
	work := []item{{fn.Blocks[0], entry}}
	var exits []exit
	for len(work) > 0 && !w.dropped {
		it := work[len(work)-1]
		work = work[:len(work)-1]
		if depth == 0 && it.s.status == before && !r.to(w.ob.site.Block())[it.b.Index] {
			continue // cannot acquire any more
		}
		if !w.admit(seen, it) {
			continue
		}
		next, ended := w.block(it, depth)
		exits = append(exits, ended...)
		work = append(work, next...)
	}
	return exits
}

// admit records a state of a block and reports whether it is new.
func (w *walker) admit(seen map[*ssa.BasicBlock][]*state, it item) bool {
	it.s.collect(w.eng.reachOf(it.b.Parent()), it.b)
	for _, s := range seen[it.b] {
		if s.equal(it.s) {
			return false
		}
	}
	if len(seen[it.b]) >= maxStates {
		w.dropped = true
		return false
	}
	seen[it.b] = append(seen[it.b], it.s.clone())
	return true
}

// block executes the instructions of one block. It returns the successors to
// visit, last first, and the paths that ended here.
func (w *walker) block(it item, depth int) (next []item, ended []exit) {
	live := []*state{it.s}
	for _, instr := range it.b.Instrs {
		w.steps += len(live)
		if w.steps > maxSteps {
			w.dropped = true
			return nil, nil
		}
		var after []*state
		for _, s := range live {
			if instr == w.ob.site && s.status.owed() {
				if s.maybe || s.taken != nil {
					s.status = transferred
					ended = append(ended, exit{state: s, by: instr})
					continue
				}
				if d := w.pendingRelease(s); d != nil {
					w.looped, s.status = d, released
					ended = append(ended, exit{state: s})
					continue
				}
				ended = append(ended, exit{state: s, at: instr, again: true})
				continue
			}
			for _, t := range w.exec(s, instr, depth) {
				if t.status.settled() {
					ended = append(ended, exit{state: t, by: instr})
				} else {
					after = append(after, t)
				}
			}
		}
		live = after
	}
	for _, s := range live {
		switch last := it.b.Instrs[len(it.b.Instrs)-1].(type) {
		case *ssa.Return:
			if depth == 0 {
				w.leave(s, last)
			}
			ended = append(ended, exit{state: s, at: last})
		case *ssa.If:
			n, e := w.branch(s, last)
			next, ended = append(next, n...), append(ended, e...)
		case *ssa.Jump:
			next = append(next, w.enter(s, it.b, 0))
		}
	}
	return next, ended
}

func (w *walker) branch(s *state, br *ssa.If) (next []item, ended []exit) {
	for i, truth := range []bool{true, false} {
		t := s.clone()
		if !w.assume(t, br.Cond, truth) {
			continue
		}
		if t.status.settled() {
			ended = append(ended, exit{state: t})
			continue
		}
		if t.status.owed() {
			t.trail = &step{t.trail, br, truth}
		}
		next = append(next, w.enter(t, br.Block(), i))
	}
	return next, ended
}

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
		if x.Op == token.MUL {
			w.load(s, x)
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
