package iterate

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// A Summary is what a function does with an iterator that it gets.
type Summary struct {
	Ends    bool // some path leaves it at its end, and nobody has asked Err
	Settles bool // every path from its end asks Err
	Asks    bool // some path asks Err
	Steps   bool // some path moves on
	Closes  bool
	Escapes bool // it is given to somebody who may do anything
}

// An Unasked is an iterator whose error nobody asks for on some path.
type Unasked struct {
	Fn     *ssa.Function
	Origin *ssa.Call       // the call that makes it, or nil: a parameter
	Step   ssa.Instruction // the step or the call that ends it
	Exit   ssa.Instruction // where the path goes on without a question
}

// An Engine answers for one package.
type Engine struct {
	// Import returns the summary of a parameter of a function of another
	// package; false if nothing is known.
	Import func(fn *types.Func, param int) (Summary, bool)
	// AlwaysNil reports whether an Err method has nothing to tell.
	AlwaysNil func(*types.Func) bool

	sums map[ssa.Value]Summary // of parameters and captured variables
}

// Analyze returns the iterators of fn whose error nobody asks for.
func (e *Engine) Analyze(fn *ssa.Function) []Unasked {
	var out []Unasked
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				out = append(out, e.made(fn, call)...)
			}
		}
	}
	for _, p := range fn.Params {
		if s := e.Summary(p); s.Ends && s.Closes && !s.Escapes && !isReceiver(p) {
			if w := e.walk(fn, aliasesOf(p, false), nil, open); w.step != nil {
				out = append(out, Unasked{Fn: fn, Step: w.step, Exit: w.exit})
			}
		}
	}
	return out
}

// made follows the iterators that a call makes.
func (e *Engine) made(fn *ssa.Function, call *ssa.Call) []Unasked {
	var out []Unasked
	for _, v := range results(call) {
		if !Is(v.Type()) || steady(call) || e.silent(v.Type()) {
			continue
		}
		if recv := ssaquery.Receiver(&call.Call); recv != nil && Is(recv.Type()) && types.Identical(recv.Type(), v.Type()) {
			continue // an option that returns its receiver
		}
		al := aliasesOf(v, false)
		if w := e.walk(fn, al, call, open); !al.escapes && w.exit != nil {
			out = append(out, Unasked{Fn: fn, Origin: call, Step: w.step, Exit: w.exit})
		}
	}
	return out
}

// results returns the values that a call yields.
func results(call *ssa.Call) []ssa.Value {
	tuple, ok := call.Type().(*types.Tuple)
	if !ok {
		return []ssa.Value{call}
	}
	var out []ssa.Value
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok && x.Index < tuple.Len() {
			out = append(out, x)
		}
	}
	return out
}

// silent reports whether the Err method of t has nothing to tell.
func (e *Engine) silent(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Err")
	fn, ok := obj.(*types.Func)
	return ok && e.AlwaysNil(fn.Origin())
}

func isReceiver(p *ssa.Parameter) bool {
	return p.Parent().Signature.Recv() != nil && p == p.Parent().Params[0]
}

// Summary returns what a source function does with a parameter.
func (e *Engine) Summary(p *ssa.Parameter) Summary {
	if !Is(p.Type()) || isReceiver(p) || p.Parent().Blocks == nil {
		return Summary{}
	}
	return e.summary(p.Parent(), p, false)
}

// summary computes the summary of a parameter, or of a captured variable, once.
func (e *Engine) summary(fn *ssa.Function, root ssa.Value, cell bool) Summary {
	if s, ok := e.sums[root]; ok {
		return s
	}
	if e.sums == nil {
		e.sums = make(map[ssa.Value]Summary)
	}
	e.sums[root] = Summary{} // while it is computed: recursion does nothing
	al := aliasesOf(root, cell)
	fresh := e.walk(fn, al, nil, open)
	spent := e.walk(fn, al, nil, ended)
	s := fresh.has
	s.Ends = fresh.exit != nil
	s.Settles = spent.exit == nil && s.Asks
	s.Escapes = al.escapes
	e.sums[root] = s
	return s
}

// helper returns what a callee does with the iterator that it gets.
func (e *Engine) helper(c *ssa.CallCommon, al *aliases) Summary {
	if m, ok := c.Value.(*ssa.MakeClosure); ok {
		if s := e.literalParam(m.Fn.(*ssa.Function), c, al); s != (Summary{}) {
			return s
		}
		return Summary{} // what it captures counted when it was made
	}
	for i, a := range c.Args {
		if al.vals[a] && (i > 0 || ssaquery.Receiver(c) != a) {
			return e.passed(c, i)
		}
	}
	return Summary{}
}

// literalParam returns what a literal does with an iterator that it gets as an
// argument.
func (e *Engine) literalParam(fn *ssa.Function, c *ssa.CallCommon, al *aliases) Summary {
	for i, a := range c.Args {
		if al.vals[a] && i < len(fn.Params) {
			return e.Summary(fn.Params[i])
		}
	}
	return Summary{}
}

// passed returns what the callee of c does with its i-th SSA argument.
func (e *Engine) passed(c *ssa.CallCommon, i int) Summary {
	callee := c.StaticCallee()
	if !asksError(c.Args[i].Type()) {
		return Summary{Closes: hasClose(c.Args[i].Type())} // an io.Closer: it cannot ask
	}
	if callee == nil {
		return Summary{Escapes: true}
	}
	if callee.Origin() != nil {
		callee = callee.Origin()
	}
	if callee.Blocks != nil && i < len(callee.Params) {
		return e.Summary(callee.Params[i])
	}
	fn := ssaquery.Callee(c)
	if fn == nil {
		return Summary{Escapes: true}
	}
	if s, ok := e.Import(fn, i); ok {
		return s
	}
	return Summary{Escapes: true}
}

func hasClose(t types.Type) bool { return method(t, "Close") != nil }

// literal returns what a literal does with the iterators that it captures.
func (e *Engine) literal(m *ssa.MakeClosure, al *aliases) Summary {
	fn := m.Fn.(*ssa.Function)
	for i, b := range m.Bindings {
		if al.cells[b] && i < len(fn.FreeVars) && fn.Blocks != nil {
			return e.summary(fn, fn.FreeVars[i], true)
		}
	}
	return Summary{}
}
