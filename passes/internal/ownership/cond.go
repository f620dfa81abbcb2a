package ownership

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// assume refines s by cond == truth. It reports false if the path is
// impossible.
func (w *walker) assume(s *state, cond ssa.Value, truth bool) bool {
	v := w.canon(s, cond)
	if v == w.ob.companion && s.status == pending {
		// TryLock, or the ok of a lookup: true is the acquisition.
		s.status = void
		if truth {
			s.status = open
		}
	}
	if tickerEnds(v) {
		return truth
	}
	switch x := v.(type) {
	case *ssa.Const:
		return x.Value == nil || x.Value.Kind() != constant.Bool || constant.BoolVal(x.Value) == truth
	case *ssa.UnOp:
		if x.Op == token.NOT {
			return w.assume(s, x.X, !truth)
		}
	case *ssa.BinOp:
		w.chosen(s, x, truth)
		a, b := w.canon(s, x.X), w.canon(s, x.Y)
		switch x.Op {
		case token.EQL:
			return w.assumeEqual(s, a, b, truth)
		case token.NEQ:
			return w.assumeEqual(s, a, b, !truth)
		}
		return w.learn(s, fact{x.Op, a, b}, truth)
	case *ssa.Call:
		if !w.assumeCall(s, x, truth) {
			return false
		}
	case *ssa.Extract:
		// pgErr, ok := err.(*Error); ok is only true of a real error.
		if ta, ok := x.Tuple.(*ssa.TypeAssert); ok && truth && w.ob.companion != nil && w.canon(s, ta.X) == w.ob.companion {
			w.learnNil(s, w.ob.companion, false)
		}
		// f, ok, err := lookup(): there is nothing unless ok.
		if x.Tuple == w.siteValue() && w.optional && truth == w.skips && s.status.owed() {
			s.status = void
		}
	}
	return w.learn(s, fact{token.EQL, v, trueConst}, truth)
}

// tickerEnds reports whether cond is the ok of a receive from the channel of a
// ticker or timer: nobody ever closes that.
func tickerEnds(cond ssa.Value) bool {
	x, ok := cond.(*ssa.Extract)
	if !ok {
		return false
	}
	recv, ok := x.Tuple.(*ssa.UnOp)
	if !ok || recv.Op != token.ARROW || !recv.CommaOk {
		return false
	}
	load, ok := recv.X.(*ssa.UnOp)
	if !ok {
		return false
	}
	f, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	name := namedOf(f.X.Type())
	return name != nil && name.Pkg() != nil && name.Pkg().Path() == "time"
}

// assumeCall applies what a boolean call says about the obligation. It reports
// false if the path is impossible.
func (w *walker) assumeCall(s *state, call *ssa.Call, truth bool) bool {
	if !s.status.owed() {
		return true
	}
	recv, method := w.receiver(s, &call.Call)
	// Also by what a struct embeds, or by its own method of that name.
	if recv != nil && !truth && slices.Contains(w.ob.exhausts, method) && (recv == w.ob.value || len(w.ob.fields) > 0 && within(recv, w.ob.value)) {
		s.status = exhausted
		return true
	}
	// errors.Is(err, x), os.IsNotExist(err) and their kin are only true of a
	// real error.
	return !truth || w.ob.companion == nil || !slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool {
		return w.canon(s, a) == w.ob.companion && !w.learnNil(s, w.ob.companion, false)
	})
}

func (w *walker) assumeEqual(s *state, a, b ssa.Value, truth bool) bool {
	if _, ok := a.(*ssa.Const); ok {
		a, b = b, a
	}
	if a == b {
		return truth
	}
	c, isConst := b.(*ssa.Const)
	if _, both := a.(*ssa.Const); both && isConst {
		return !truth
	}
	switch {
	case b == nilConst:
		return w.learnNil(s, a, truth)
	case b == trueConst:
		return w.assume(s, a, truth)
	case b == falseConst:
		return w.assume(s, a, !truth)
	case a == nilConst:
		return w.learnNil(s, b, truth)
	}
	if truth && a == w.ob.companion && !isConst {
		// switch err { case sql.ErrNoRows: a sentinel is never nil.
		return w.learnNil(s, a, false)
	}
	if isConst && c.Value == nil {
		return true // comparison with a zero struct: nothing to learn
	}
	return w.learn(s, fact{token.EQL, a, b}, truth)
}

// learnNil records whether v is nil, with what follows for the obligation.
func (w *walker) learnNil(s *state, v ssa.Value, isNil bool) bool {
	if nonNil(v) {
		return !isNil
	}
	if s.taken == v && s.status.owed() {
		s.taken = nil
		if isNil {
			s.status = transferred
		}
	}
	switch v {
	case w.ob.companion:
		if s.status == pending {
			if !isNil {
				s.status = void
			} else {
				s.status = open
				s.known.set(fact{token.EQL, w.ob.value, nilConst}, false)
			}
		}
	case w.ob.value:
		if isNil && s.status.owed() {
			if s.status == open && w.ob.site != nil && w.ob.companion != nil {
				return false
			}
			s.status = void
		} else if s.status == pending {
			s.status = open
		}
	}
	if !isNil && s.status.owed() && w.tellsFailure(s, v) {
		s.status = void
	}
	if !isNil && v != w.ob.companion && w.madeFromError(s, v) {
		w.learnNil(s, w.ob.companion, false)
	}
	return w.learn(s, fact{token.EQL, v, nilConst}, isNil)
}

// tellsFailure reports whether v is the error of a method of the resource that
// says, if it is not nil, that the acquisition has failed: row.Err().
func (w *walker) tellsFailure(s *state, v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok || w.ob.kind == nil || len(w.ob.kind.Failed) == 0 {
		return false
	}
	recv, method := w.receiver(s, &call.Call)
	return recv != nil && recv == w.ob.value && slices.Contains(w.ob.kind.Failed, method)
}

// madeFromError reports whether v is what a function made of the companion, as
// in "if pgErr := classify(err); pgErr != nil": that is nil if the error was.
func (w *walker) madeFromError(s *state, v ssa.Value) bool {
	if w.ob.companion == nil || s.status != pending {
		return false
	}
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	return ok && slices.ContainsFunc(call.Call.Args, func(a ssa.Value) bool { return w.canon(s, a) == w.ob.companion })
}

// learn records f == truth, or reports a contradiction.
func (w *walker) learn(s *state, f fact, truth bool) bool {
	if old, ok := s.known.m[f]; ok {
		return old == truth
	}
	s.known.set(f, truth)
	return true
}
