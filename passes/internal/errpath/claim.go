package errpath

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

func (w *walker) answer(call *ssa.Call, _ *types.Func) (Answer, bool) {
	if !w.handler {
		return Answer{}, false
	}
	if w.eng.silent(call) {
		return Answer{}, false
	}
	return w.eng.answer(call)
}

func (w *walker) passesResponder(call *ssa.Call) bool {
	return passesResponder(call) && !harmless(call)
}

// answers executes a call that answers for the handler.
func (w *walker) answers(s *state, call *ssa.Call, a Answer) bool {
	status := a.Status
	if a.Param > 0 {
		n, ok := statusConst(s.value(argument(call, a.Param-1)))
		if !ok {
			return false // a status that depends on the error
		}
		status = n
	}
	if a.Body {
		status = s.answer
		if status == 0 {
			status = 200
		}
	}
	if s.test == nil {
		return false // answered before the error was looked at
	}
	s.answer = status
	switch {
	case a.Sets && status >= 300:
		return true
	case status >= 400:
		if w.blamesClient(s, status) && !w.handsError(s, call) {
			w.add(s, ClientFault, call.Pos())
		}
		return false
	case status >= 200 && status < 300 && s.region == nil && !w.mentions(s, call):
		w.add(s, Answered, call.Pos())
	}
	return false
}

// blamesClient reports whether a status says that the client was wrong, while
// nobody looked which failure it was and nobody is told.
func (w *walker) blamesClient(s *state, status int) bool {
	switch status {
	case 401, 403, 404, 409, 410:
		return s.region != nil && !s.sentinel && !s.logged
	}
	return false
}

// handsError reports whether an answering call gets the error itself: it may
// tell somebody.
func (w *walker) handsError(s *state, call *ssa.Call) bool {
	return slices.ContainsFunc(call.Call.Args, func(v ssa.Value) bool { return isError(v.Type()) && s.isErr(v) })
}

// returns ends a path at a return.
func (w *walker) returns(s *state, ret *ssa.Return) {
	if s.test == nil {
		return // never looked at here: another path's business
	}
	n := len(ret.Results)
	if n == 0 || !isError(w.fn.Signature.Results().At(n-1).Type()) {
		w.returnsNothing(s, ret, n)
		return
	}
	r := ret.Results[n-1]
	if assertedAway(s, r) {
		w.add(s, WrongError, ret.Pos())
		return
	}
	if slices.ContainsFunc(ret.Results, s.isErr) || s.answer >= 300 || slices.ContainsFunc(ret.Results, func(v ssa.Value) bool { return refuses(s.value(v)) }) {
		return
	}
	claim := w.claimed(s)
	isNil, ok := s.isNil(r)
	_, literal := s.value(r).(*ssa.Const)
	switch {
	case ok && !isNil, !ok && (s.region != nil || !fresh(s.value(r))):
		return
	case !literal && s.region != nil:
		claim = WrongError
	}
	if w.handler && handler(w.fn).returns && claim != WrongError {
		s.answer = 200
		claim = Answered
	}
	w.add(s, claim, ret.Pos())
	w.losses[len(w.losses)-1].Value = carriesValue(s, ret.Results[:n-1])
}

// refusal matches names of typed answers, as generated servers return them beside
// a nil error: DeleteThing400JSONResponse.
var refusal = regexp.MustCompile(`[^0-9][45][0-9][0-9]([^0-9]|$)|[45]xx|default`)

// refuses reports whether a result is an answer of 400 or more.
func refuses(v ssa.Value) bool {
	m, ok := v.(*ssa.MakeInterface)
	if !ok {
		return false
	}
	t := m.X.Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && refusal.MatchString(n.Obj().Name())
}

// fresh reports whether an error is the result of a call: nil when that works.
func fresh(v ssa.Value) bool {
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssaquery.Callee(&call.Call)
	return fn != nil && classify(&call.Call, fn) == other
}

// claimed names what a path did before it returned success.
func (w *walker) claimed(s *state) Claim {
	switch {
	case s.looped:
		return Partial
	case s.region != nil:
		return NilReturn
	case s.logged:
		return LogOnly
	}
	return Empty
}

// returnsNothing ends a path of a function that cannot return an error.
func (w *walker) returnsNothing(s *state, ret *ssa.Return, results int) {
	switch {
	case w.handler && s.answer >= 400 && w.blamesClient(s, s.answer):
		w.add(s, ClientFault, ret.Pos())
	case w.handler && results == 0 && s.answer == 0:
		if f := handler(w.fn); f.implicit > 0 && w.fn.Signature.Params().Len() == f.params && !w.answeredBefore() && !defersAnswer(w.fn) {
			w.add(s, Answered, ret.Pos())
		}
	case w.handler || results > 0:
	case s.looped:
		w.add(s, Partial, ret.Pos())
	case s.logged:
		w.add(s, LogOnly, ret.Pos())
	default:
		w.add(s, Empty, ret.Pos())
	}
}

// answeredBefore reports whether the handler may have answered before the call
// that failed: a stream, a websocket, an early 202.
func (w *walker) answeredBefore() bool {
	for _, b := range w.fn.Blocks {
		if !b.Dominates(w.call.Block()) {
			continue
		}
		for _, instr := range b.Instrs {
			if instr == ssa.Instruction(w.call) {
				break
			}
			if call, ok := instr.(*ssa.Call); ok && passesResponder(call) && !w.eng.silent(call) {
				return true
			}
		}
	}
	return false
}

// defersAnswer reports whether a handler defers something that has its response:
// it may answer there.
func defersAnswer(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			d, ok := instr.(*ssa.Defer)
			if !ok {
				continue
			}
			vals := slices.Clone(d.Call.Args)
			if mc, ok := d.Call.Value.(*ssa.MakeClosure); ok {
				vals = append(vals, mc.Bindings...)
			}
			if slices.ContainsFunc(vals, holdsResponder) {
				return true
			}
		}
	}
	return false
}

// holdsResponder reports whether v is a response, or a variable that holds one.
func holdsResponder(v ssa.Value) bool {
	t := v.Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok && responderOf(t) == nil {
		t = p.Elem()
	}
	return responderOf(t) != nil
}

// assertedAway reports whether r is the typed value of a type assertion of the
// error that did not hold: nil inside, and not nil outside.
func assertedAway(s *state, r ssa.Value) bool {
	m, ok := s.value(r).(*ssa.MakeInterface)
	if !ok {
		return false
	}
	x, ok := m.X.(*ssa.Extract)
	if !ok || x.Index != 0 {
		return false
	}
	assert, ok := x.Tuple.(*ssa.TypeAssert)
	if !ok || !assert.CommaOk || !s.isErr(assert.X) {
		return false
	}
	for _, ref := range *assert.Referrers() {
		if okv, isOK := ref.(*ssa.Extract); isOK && okv.Index == 1 {
			holds, known := s.conds[okv]
			return known && !holds || s.sentinel
		}
	}
	return false
}

// carriesValue reports whether a result beside the nil error is worth
// something: then it may be a fallback.
func carriesValue(s *state, results []ssa.Value) bool {
	for _, r := range results {
		switch v := s.value(r).(type) {
		case *ssa.Const:
			if v.Value != nil && v.Value.ExactString() != "0" && v.Value.ExactString() != `""` && v.Value.ExactString() != "false" {
				return true
			}
		case *ssa.UnOp:
			if v.Op == token.MUL && emptyLocal(v.X) {
				continue
			}
			return true
		case *ssa.Alloc:
			if !emptyLocal(v) {
				return true
			}
		case *ssa.MakeSlice, *ssa.MakeMap:
		default:
			return true
		}
	}
	return false
}

// emptyLocal reports whether nothing is ever put into a local value: T{}, &T{}.
func emptyLocal(v ssa.Value) bool {
	a, ok := v.(*ssa.Alloc)
	if !ok {
		return false
	}
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.Return, *ssa.MakeInterface:
		case *ssa.Store:
			if ref.Addr == ssa.Value(a) {
				return false
			}
		default:
			return false
		}
	}
	return true
}
