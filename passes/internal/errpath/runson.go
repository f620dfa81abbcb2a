package errpath

import (
	"golang.org/x/tools/go/ssa"
)

// RunsOn returns the first call that a handler makes, on some path, after it
// has answered an error by call: another answer, or a call that writes says is
// a write. It is nil if every path ends before, or if call is no such answer.
func (e *Engine) RunsOn(call *ssa.Call, writes func(*ssa.Call) bool) *ssa.Call {
	if !e.answersError(call) {
		return nil
	}
	w := &walker{eng: e, fn: call.Parent(), call: call, seen: make(map[visit]int)}
	s := state{block: call.Block(), next: indexOf(call) + 1}
	s.dominating(call.Block())
	for work := []state{s}; len(work) > 0 && w.blocks < maxBlocks; {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		next, found := w.afterAnswer(s, writes)
		if found != nil {
			return found
		}
		work = append(work, next...)
	}
	return nil
}

// answersError reports whether a call of a handler answers a status of 400 or
// more, body included.
func (e *Engine) answersError(call *ssa.Call) bool {
	if !handles(call.Parent()) || harmless(call) || !passesResponder(call) {
		return false
	}
	a, ok := e.answer(call)
	if !ok || a.Body || a.Sets {
		return false
	}
	status := a.Status
	if a.Param > 0 {
		status, _ = statusConst(argument(call, a.Param-1))
	}
	return status >= 400
}

// dominating notes the conditions under which a path comes to a block.
func (s *state) dominating(to *ssa.BasicBlock) {
	b := to
	for d := b.Idom(); d != nil; b, d = d, d.Idom() {
		branch, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok || len(b.Preds) != 1 {
			continue
		}
		s.assume(branch.Cond, d.Succs[0] == b)
		if cmp, ok := branch.Cond.(*ssa.BinOp); ok && comparedToNil(cmp) != nil {
			s.recall(comparedToNil(cmp), to)
		}
	}
}

// afterAnswer follows a path through one block.
func (w *walker) afterAnswer(s state, writes func(*ssa.Call) bool) (next []state, found *ssa.Call) {
	w.blocks++
	for _, instr := range s.block.Instrs[s.next:] {
		if v, ok := instr.(ssa.Value); ok && s.prev != nil {
			if _, phi := instr.(*ssa.Phi); !phi {
				s.forget(v)
			}
		}
		switch instr := instr.(type) {
		case *ssa.If:
			return w.branch(&s, instr), nil
		case *ssa.Jump:
			return w.enter(&s, s.block.Succs[0]), nil
		case *ssa.Call:
			switch {
			case writes(instr):
				return nil, instr
			case w.eng.silent(instr) || !passesResponder(instr) && !carriesResponder(instr):
			case w.succeeds(instr):
				return nil, instr
			default:
				return nil, nil
			}
		}
	}
	return nil, nil
}

// succeeds reports whether a call answers success.
func (w *walker) succeeds(call *ssa.Call) bool {
	a, ok := w.eng.answer(call)
	status := a.Status
	if a.Param > 0 {
		status, ok = statusConst(argument(call, a.Param-1))
	}
	return ok && (a.Body || status >= 200 && status < 300)
}
