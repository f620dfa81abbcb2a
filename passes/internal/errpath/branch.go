package errpath

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A verdict is what a path knows of a condition.
type verdict uint8

const (
	either  verdict = iota
	isTrue          // holds
	isFalse         // does not hold
	failed          // holds because the call failed
	worked          // does not hold because the call failed
	known           // holds if the error is one of the known ones
	unknown         // holds if it is none of them
)

// branch returns where a condition leads after the failure.
func (w *walker) branch(s *state, instr *ssa.If) []state {
	yes, no := s.block.Succs[0], s.block.Succs[1]
	switch callerGone(instr.Cond) { // then there is nobody left to tell
	case isTrue:
		return w.enter(s, no)
	case isFalse:
		return w.enter(s, yes)
	}
	switch w.judge(s, instr.Cond) {
	case isTrue:
		return w.enter(s, yes)
	case isFalse:
		return w.enter(s, no)
	case failed:
		return w.found(s, instr, yes)
	case worked:
		return w.found(s, instr, no)
	case known:
		s.sentinel = true
		return w.found(s, instr, no)
	case unknown:
		s.sentinel = true
		return w.found(s, instr, yes)
	}
	other := s.clone()
	s.assume(instr.Cond, true)
	other.assume(instr.Cond, false)
	return append(w.enter(&other, no), w.enter(s, yes)...)
}

// callerGone says whether a condition holds because a context has ended
// (ctx.Err() != nil), or because it has not (ctx.Err() == nil).
func callerGone(cond ssa.Value) verdict {
	cmp, ok := cond.(*ssa.BinOp)
	if !ok || comparedToNil(cmp) == nil {
		return either
	}
	call, ok := comparedToNil(cmp).(*ssa.Call)
	if !ok || !call.Call.IsInvoke() || call.Call.Method.FullName() != "(context.Context).Err" {
		return either
	}
	return sure(cmp.Op == token.NEQ)
}

// found enters the branch of the error.
func (w *walker) found(s *state, instr *ssa.If, to *ssa.BasicBlock) []state {
	if s.test == nil {
		s.test = instr
		if entry(to) {
			s.region = to
		}
	}
	return w.enter(s, to)
}

// entry reports whether a block is entered by conditions only: the body of an
// if, and not where the paths come together behind it.
func entry(b *ssa.BasicBlock) bool {
	for i, p := range b.Preds {
		if _, ok := p.Instrs[len(p.Instrs)-1].(*ssa.If); !ok || slices.Contains(b.Preds[:i], p) {
			return false
		}
	}
	return true
}

// assume notes how a condition turned out.
func (s *state) assume(cond ssa.Value, holds bool) {
	switch c := cond.(type) {
	case *ssa.UnOp:
		if c.Op == token.NOT {
			s.assume(c.X, !holds)
			return
		}
	case *ssa.BinOp:
		if v := comparedToNil(c); v != nil {
			set(&s.nils, s.value(v), holds == (c.Op == token.EQL))
			return
		}
	}
	set(&s.conds, cond, holds)
}

// comparedToNil returns what a condition compares with nil, or nil.
func comparedToNil(c *ssa.BinOp) ssa.Value {
	if c.Op != token.EQL && c.Op != token.NEQ {
		return nil
	}
	if y, ok := c.Y.(*ssa.Const); ok && y.IsNil() {
		return c.X
	}
	if x, ok := c.X.(*ssa.Const); ok && x.IsNil() {
		return c.Y
	}
	return nil
}

// judge says what the path knows of a condition.
func (w *walker) judge(s *state, cond ssa.Value) verdict {
	if holds, ok := s.conds[cond]; ok {
		return sure(holds)
	}
	v := s.value(cond)
	switch c := v.(type) {
	case *ssa.Const:
		if c.Value != nil {
			return sure(c.Value.String() == "true")
		}
	case *ssa.UnOp:
		if c.Op == token.NOT {
			return negate(w.judge(s, c.X))
		}
	case *ssa.BinOp:
		if x := comparedToNil(c); x != nil {
			return w.nilTest(s, x, c.Op == token.EQL)
		}
		if s.isErr(c.X) || s.isErr(c.Y) {
			return equals(c.Op)
		}
	}
	switch {
	case s.isErr(v):
		return known // errors.Is, os.IsNotExist, the ok of a type assertion
	case slices.Contains(w.rest, v):
		return isFalse // a bool beside the error
	}
	return either
}

// nilTest judges v == nil, or v != nil if not equal.
func (w *walker) nilTest(s *state, v ssa.Value, equal bool) verdict {
	if s.isErr(v) {
		verdict := failed
		if !types.IsInterface(v.Type()) {
			verdict = known // the error as one of its own types, which a helper made of it
		}
		if equal {
			return negate(verdict)
		}
		return verdict
	}
	if isNil, ok := s.isNil(v); ok {
		return sure(isNil == equal)
	}
	if slices.Contains(w.rest, s.value(v)) {
		return sure(equal) // what a failed call yields is nil
	}
	return either
}

// equals judges a comparison with a known error, or with a part of it.
func equals(op token.Token) verdict {
	switch op {
	case token.EQL:
		return known
	case token.NEQ:
		return unknown
	}
	return either
}

func sure(holds bool) verdict {
	if holds {
		return isTrue
	}
	return isFalse
}

func negate(v verdict) verdict {
	switch v {
	case isTrue:
		return isFalse
	case isFalse:
		return isTrue
	case failed:
		return worked
	case worked:
		return failed
	case known:
		return unknown
	case unknown:
		return known
	}
	return v
}
