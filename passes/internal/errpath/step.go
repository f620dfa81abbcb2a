package errpath

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// step executes one instruction. It is false when the path ends in something
// that handles the failure, or that cannot be judged.
func (w *walker) step(s *state, instr ssa.Instruction) bool {
	if _, ok := instr.(*ssa.Phi); ok {
		return true // set when the block was entered
	}
	if v, ok := instr.(ssa.Value); ok {
		s.forget(v)
	}
	switch instr := instr.(type) {
	case *ssa.Call:
		return w.call1(s, instr)
	case *ssa.Store:
		return w.store(s, instr)
	case *ssa.UnOp:
		s.load(instr)
		s.derive(instr, instr.X)
		return true
	case *ssa.MapUpdate:
		return w.updates(s, instr)
	case *ssa.Send, *ssa.Go:
		return s.region == nil && !w.mentions(s, instr)
	case *ssa.Defer:
		return !w.mentions(s, instr)
	case *ssa.MakeClosure:
		return !w.mentions(s, instr)
	case *ssa.Select:
		return !w.mentions(s, instr)
	case ssa.Value:
		if w.mentions(s, instr.(ssa.Instruction)) {
			s.errs[instr] = true
		}
		return true
	}
	return true
}

// derive marks v as made of the error if x is.
func (s *state) derive(v, x ssa.Value) {
	if s.isErr(x) {
		s.errs[v] = true
	}
}

// mentions reports whether an operand of the instruction is the error, or a
// local variable that holds it.
func (w *walker) mentions(s *state, instr ssa.Instruction) bool {
	var ops [10]*ssa.Value
	found := slices.ContainsFunc(instr.Operands(ops[:0]), func(op *ssa.Value) bool {
		if *op == nil {
			return false
		}
		held, ok := s.mem[*op]
		return s.isErr(*op) || ok && s.isErr(held)
	})
	s.touched = s.touched || found
	return found
}

// store executes an assignment through an address: a local variable is
// followed, and anything else takes the error away.
func (w *walker) store(s *state, instr *ssa.Store) bool {
	if local, ok := instr.Addr.(*ssa.Alloc); ok && plainVariable(local) {
		held, had := s.mem[local]
		if had && s.errs[held] && s.test == nil && !s.isErr(instr.Val) && isError(local.Type().Underlying().(pointer).Elem()) {
			w.add(s, Overwritten, instr.Pos())
			return false
		}
		if s.region != nil && !s.isErr(instr.Val) && !isError(instr.Val.Type()) && !isResult(local) {
			return false // a fallback, or a flag
		}
		set(&s.mem, ssa.Value(local), s.value(instr.Val))
		s.derive(s.value(instr.Val), instr.Val)
		return true
	}
	if root := element(instr.Addr); root != nil {
		if s.isErr(instr.Val) {
			s.errs[root] = true // an argument list, a composite literal
		}
		return true
	}
	if local, ok := instr.Addr.(*ssa.Alloc); ok && isResult(local) {
		return !s.isErr(instr.Val) // a literal sees what is returned
	}
	return s.region == nil && !s.isErr(instr.Val)
}

// isResult reports whether a variable holds a result of its function: where
// functions defer, each return sets and reads them.
func isResult(a *ssa.Alloc) bool {
	return slices.ContainsFunc(*a.Referrers(), func(r ssa.Instruction) bool {
		u, ok := r.(*ssa.UnOp)
		return ok && slices.ContainsFunc(*u.Referrers(), func(r ssa.Instruction) bool { _, ok := r.(*ssa.Return); return ok })
	})
}

// updates executes an assignment to a map: one that the branch of the error has
// made becomes part of the error, and any other takes the error away.
func (w *walker) updates(s *state, instr *ssa.MapUpdate) bool {
	mentions := w.mentions(s, instr)
	if m, made := instr.Map.(*ssa.MakeMap); made && (s.region == nil || s.region.Dominates(m.Block())) {
		s.errs[instr.Map] = s.errs[instr.Map] || mentions
		return true
	}
	return s.region == nil && !mentions
}

// plainVariable reports whether a local variable is only read and set by its
// own function: no closure and no callee has its address.
func plainVariable(a *ssa.Alloc) bool {
	return !slices.ContainsFunc(*a.Referrers(), func(r ssa.Instruction) bool {
		switch r := r.(type) {
		case *ssa.UnOp:
			return false
		case *ssa.Store:
			return r.Addr != ssa.Value(a)
		}
		return true
	})
}

// element returns the local array or struct that an address points into.
func element(addr ssa.Value) *ssa.Alloc {
	for {
		switch x := addr.(type) {
		case *ssa.IndexAddr:
			addr = x.X
		case *ssa.FieldAddr:
			addr = x.X
		case *ssa.Alloc:
			if x.Comment == "varargs" || x.Comment == "complit" || x.Comment == "slicelit" {
				return x
			}
			return nil
		default:
			return nil
		}
	}
}

// call1 executes a call.
func (w *walker) call1(s *state, call *ssa.Call) bool {
	c := &call.Call
	fn := ssaquery.Callee(c)
	kind := classify(c, fn)
	tells := kind == logging || fn != nil && w.eng.Tells(fn)
	switch kind {
	case ending:
		return false
	case logging:
		if s.region != nil || w.mentions(s, call) {
			s.logged = true
			s.quiet = s.quiet || quiet(fn)
		}
		if w.mentions(s, call) {
			s.errs[call] = call.Type() != nil && !isError(call.Type())
		}
		return true
	}
	if a, ok := w.answer(call, fn); ok {
		return w.answers(s, call, a)
	}
	if w.handler && w.passesResponder(call) {
		return false // who knows what it answers
	}
	touched := w.mentions(s, call)
	if touched && passesResponder(call) {
		return false // a helper that answers with the error
	}
	if touched {
		s.logged = s.logged || tells
		return w.derives(s, call, kind)
	}
	if s.region == nil || kind == pure || kind == cleaning {
		return true
	}
	return call.Referrers() != nil && len(*call.Referrers()) > 0 && !w.retried(s, call)
}

// derives judges a call that gets the error: what it makes of it is the error
// still, and a callee that yields nothing has taken it.
func (w *walker) derives(s *state, call *ssa.Call, kind kind) bool {
	if kind == cleaning || call.Referrers() == nil || len(*call.Referrers()) == 0 {
		return kind == pure
	}
	s.errs[call] = true
	return true
}

// retried reports whether a call in the branch of the error yields an error of
// its own: another attempt, or a way to report.
func (w *walker) retried(s *state, call *ssa.Call) bool {
	res := call.Call.Signature().Results()
	return res.Len() > 0 && isError(res.At(res.Len()-1).Type())
}
