package errpath

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

const (
	maxVisits = 3   // of one block with the same flags
	maxBlocks = 600 // of all blocks, for one call
)

// A visit identifies how often a block was entered in which condition.
type visit struct {
	block, prev, region *ssa.BasicBlock
	flags               flags
	answer              int
}

// A walker follows one failed call.
type walker struct {
	eng     *Engine
	fn      *ssa.Function
	call    *ssa.Call
	rest    []ssa.Value // what the call yields beside its error
	handler bool
	seen    map[visit]int
	blocks  int
	losses  []Loss
}

// run follows every path from st on.
func (w *walker) run(st state) {
	work := []state{st}
	for len(work) > 0 {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		work = append(work, w.block(s)...)
		if w.blocks > maxBlocks {
			w.losses = nil
			return
		}
	}
}

// block executes the rest of the block of s and returns where it leads.
func (w *walker) block(s state) []state {
	w.blocks++
	instrs := s.block.Instrs
	for i := s.next; i < len(instrs); i++ {
		if instrs[i] == ssa.Instruction(w.call) {
			if !w.mentions(&s, w.call) { // or the next round is told of the last
				w.again(&s)
			}
			return nil
		}
		switch instr := instrs[i].(type) {
		case *ssa.If:
			return w.branch(&s, instr)
		case *ssa.Jump:
			return w.enter(&s, s.block.Succs[0])
		case *ssa.Return:
			w.returns(&s, instr)
			return nil
		case *ssa.Panic:
			return nil
		default:
			if !w.step(&s, instr) {
				return nil
			}
		}
	}
	return nil
}

// again ends a path that comes back to the call: the error of a last-wins loop
// is overwritten there.
func (w *walker) again(s *state) {
	if s.test == nil && w.carriedOver(s) {
		w.add(s, Overwritten, w.call.Pos())
	}
}

// carriedOver reports whether a variable holds the error when the loop calls
// again: some merge of the loop took it, and somebody reads the merge.
func (w *walker) carriedOver(s *state) bool {
	for v, is := range s.env {
		phi, ok := v.(*ssa.Phi)
		if ok && s.errs[is] && isError(phi.Type()) && readsBesides(phi) {
			return true
		}
	}
	return false
}

// readsBesides reports whether something reads the merge that is not a merge.
func readsBesides(phi *ssa.Phi) bool {
	return slices.ContainsFunc(*phi.Referrers(), func(r ssa.Instruction) bool {
		_, merge := r.(*ssa.Phi)
		return !merge
	})
}

// enter moves a path into the next block: merges take their value of this
// edge, and the branch that found the error may end.
func (w *walker) enter(s *state, to *ssa.BasicBlock) []state {
	edge := slices.Index(to.Preds, s.block)
	if to.Dominates(s.block) && to.Dominates(w.call.Block()) {
		s.looped = true
	}
	left := s.test != nil && (s.region == nil || !s.region.Dominates(to))
	if left && !w.merge(s, to, edge) {
		return nil
	}
	if s.test == nil && !s.touched && w.overwrites(s, to, edge) {
		w.add(s, Overwritten, token.NoPos)
		return nil
	}
	w.phis(s, to, edge)
	if left {
		s.region = nil
	}
	s.prev, s.block, s.next = s.block, to, 0
	k := visit{to, s.prev, s.region, s.flags, s.answer}
	if w.seen[k]++; w.seen[k] > maxVisits {
		return nil
	}
	return []state{*s}
}

// overwrites reports whether a variable that holds the error on another edge
// holds something else on this one, where nobody has read it yet.
func (w *walker) overwrites(s *state, to *ssa.BasicBlock, edge int) bool {
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			return false
		}
		if !isError(phi.Type()) || s.isErr(phi.Edges[edge]) || !readsBesides(phi) {
			continue
		}
		if set, ok := phi.Edges[edge].(ssa.Instruction); ok && w.setAfter(set) && !w.retries(phi.Edges[edge]) && !made(phi.Edges[edge]) && slices.ContainsFunc(phi.Edges, func(v ssa.Value) bool { return s.errs[v] }) {
			return true
		}
	}
	return false
}

// retries reports whether v comes from another call of what failed.
func (w *walker) retries(v ssa.Value) bool {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssaquery.Callee(&call.Call)
	return fn != nil && fn == ssaquery.Callee(&w.call.Call)
}

// made reports whether v is a new error: the function fails with another one.
func made(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		_, ok = v.(*ssa.MakeInterface)
		return ok
	}
	return ssaquery.NewError(call)
}

// setAfter reports whether an instruction computes its value behind the call.
func (w *walker) setAfter(set ssa.Instruction) bool {
	_, merge := set.(*ssa.Phi)
	b := set.Block()
	return !merge && (b == w.call.Block() && indexOf(w.call) < indexOf(set) || b != w.call.Block() && w.call.Block().Dominates(b))
}

// phis gives the merges of a block their values, all at once.
func (w *walker) phis(s *state, to *ssa.BasicBlock, edge int) {
	type pair struct {
		phi *ssa.Phi
		v   ssa.Value
		err bool
	}
	var now []pair
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		now = append(now, pair{phi, s.value(phi.Edges[edge]), s.isErr(phi.Edges[edge])})
	}
	for _, p := range now {
		s.forget(p.phi)
		set(&s.env, ssa.Value(p.phi), p.v)
		if p.err {
			s.errs[p.v] = true
		}
	}
}

// merge judges what the branch that found the error leaves behind: a value
// made for the failure (a fallback, a flag, a count) is a way to handle it.
func (w *walker) merge(s *state, to *ssa.BasicBlock, edge int) bool {
	for _, instr := range to.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			return true
		}
		mine := phi.Edges[edge]
		if len(*phi.Referrers()) == 0 || isError(phi.Type()) || sameOnAll(phi, mine) {
			continue
		}
		if _, isConst := mine.(*ssa.Const); isConst {
			return false
		}
		if def, ok := mine.(ssa.Instruction); ok && s.region != nil && s.region.Dominates(def.Block()) {
			return false
		}
	}
	return true
}

func sameOnAll(phi *ssa.Phi, v ssa.Value) bool {
	return !slices.ContainsFunc(phi.Edges, func(e ssa.Value) bool { return e != v })
}

// used reports whether something reads one of the values.
func used(vals []ssa.Value) bool {
	return slices.ContainsFunc(vals, func(v ssa.Value) bool { return len(*v.Referrers()) > 0 })
}

// add notes a loss.
func (w *walker) add(s *state, c Claim, at token.Pos) {
	w.losses = append(w.losses, Loss{
		Claim: c, Call: w.call, At: at, Test: s.test, Status: s.answer,
		Logged: s.logged, Quiet: s.quiet, Handle: w.handler, Exists: !used(w.rest),
	})
}
