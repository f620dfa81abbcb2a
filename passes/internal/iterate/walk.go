package iterate

import (
	"go/token"
	"regexp"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A phase is how far an iterator has come.
type phase uint8

const (
	open    phase = iota // not at its end
	ended                // Next was false, or may have been
	settled              // Err was asked
)

// A point is where a path stands. There are few of them for each block.
type point struct {
	block   *ssa.BasicBlock
	phase   phase
	stepped bool // Next was true: what gets the iterator now gets one element
	settles bool // a deferred call asks
}

// A walker follows one iterator through one function.
type walker struct {
	eng    *Engine
	al     *aliases
	origin ssa.Instruction // the call that makes it; nil for a parameter
	seen   map[point]bool

	step ssa.Instruction // the first step, in source order
	exit ssa.Instruction // where a path goes on that nobody settles
	has  Summary
}

// walk follows the iterator from an instruction on, or from the entry of fn.
func (e *Engine) walk(fn *ssa.Function, al *aliases, origin ssa.Instruction, from phase) *walker {
	w := &walker{eng: e, al: al, origin: origin, seen: make(map[point]bool)}
	start, next := fn.Blocks[0], 0
	if origin != nil {
		start = origin.Block()
		for i, instr := range start.Instrs {
			if instr == origin {
				next = i + 1
			}
		}
	}
	work := w.block(point{block: start, phase: from}, next)
	for len(work) > 0 {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		if !w.seen[p] {
			w.seen[p] = true
			work = append(work, w.block(p, 0)...)
		}
	}
	return w
}

// block executes the rest of a block and returns where it leads.
func (w *walker) block(p point, next int) []point {
	for _, instr := range p.block.Instrs[next:] {
		if instr == w.origin && p.phase == ended && !p.settles {
			w.found(instr)
			return nil
		}
		switch instr := instr.(type) {
		case *ssa.Call:
			if errpath.Ends(&instr.Call) {
				return nil
			}
			w.apply(&p, &instr.Call, instr)
		case *ssa.MakeClosure:
			w.closure(&p, instr)
		case *ssa.Defer:
			w.deferred(&p, &instr.Call)
		case *ssa.Go:
			w.apply(&p, &instr.Call, instr)
		case *ssa.Panic:
			return nil
		case *ssa.Return:
			if p.phase == ended && !p.settles && !fails(instr) {
				w.found(instr)
			}
			return nil
		case *ssa.If:
			return w.branch(p, instr)
		}
	}
	var out []point
	for _, s := range p.block.Succs {
		out = append(out, point{s, p.phase, p.stepped, p.settles})
	}
	return out
}

// absent matches errors that say that there is nothing: a failure that is told as
// one of those is still taken for the end of the data.
var absent = regexp.MustCompile(`(?i:not.?(found|exist)|no.?(such|document|result)|missing|unknown|empty)|^ErrNoRows$`)

// fails reports whether a return carries an error for certain, a new one or a
// variable of a package, that does not say that there is nothing.
func fails(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	v := ret.Results[len(ret.Results)-1]
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL && load.Block() == ret.Block() {
		for _, instr := range ret.Block().Instrs { // a result of a function that defers
			if store, ok := instr.(*ssa.Store); ok && store.Addr == load.X {
				v = store.Val
			}
		}
	}
	if !typequery.IsError(v.Type()) {
		return false
	}
	if foundFailed(v, ret.Block()) {
		return true
	}
	switch v := v.(type) {
	case *ssa.MakeInterface:
		return true
	case *ssa.UnOp:
		global, ok := v.X.(*ssa.Global)
		return ok && v.Op == token.MUL && !absent.MatchString(global.Name())
	case *ssa.Call:
		if !ssaquery.NewError(v) {
			return false
		}
		text, ok := v.Call.Args[0].(*ssa.Const)
		return !ok || !absent.MatchString(text.Value.ExactString())
	}
	return false
}

// foundFailed reports whether a block is the branch of "v != nil".
func foundFailed(v ssa.Value, b *ssa.BasicBlock) bool {
	if len(b.Preds) != 1 {
		return false
	}
	last := b.Preds[0].Instrs[len(b.Preds[0].Instrs)-1]
	branch, ok := last.(*ssa.If)
	if !ok {
		return false
	}
	cmp, ok := branch.Cond.(*ssa.BinOp)
	if !ok || cmp.X != v && cmp.Y != v {
		return false
	}
	return cmp.Op == token.NEQ && b == b.Preds[0].Succs[0] || cmp.Op == token.EQL && b == b.Preds[0].Succs[1]
}

func (w *walker) found(exit ssa.Instruction) {
	if w.exit == nil || exit.Pos() < w.exit.Pos() {
		w.exit = exit
	}
}

func (w *walker) steps(p *point, at ssa.Instruction) {
	p.phase = ended
	if w.step == nil || at.Pos() < w.step.Pos() {
		w.step = at
	}
}

// branch splits a path: where Next was true the iterator is open again, and
// where another error was found the function fails anyhow.
func (w *walker) branch(p point, instr *ssa.If) []point {
	yes, no := p, p
	yes.block, no.block = p.block.Succs[0], p.block.Succs[1]
	if w.isStep(instr.Cond, 0) {
		yes.phase, yes.stepped = open, true
		return []point{no, yes}
	}
	if p.phase == ended {
		if cmp, ok := instr.Cond.(*ssa.BinOp); ok {
			switch failing := w.failing(cmp); {
			case failing && cmp.Op == token.NEQ:
				return []point{no}
			case failing && cmp.Op == token.EQL:
				return []point{yes}
			}
		}
	}
	return []point{no, yes}
}

// failing reports whether a condition compares an error with nil.
func (w *walker) failing(cmp *ssa.BinOp) bool {
	c, ok := cmp.Y.(*ssa.Const)
	return ok && c.IsNil() && typequery.IsError(cmp.X.Type())
}

// isStep reports whether a condition is the result of a step of the iterator,
// or a variable that holds nothing else.
func (w *walker) isStep(v ssa.Value, depth int) bool {
	switch v := v.(type) {
	case *ssa.Call:
		if recv := ssaquery.Receiver(&v.Call); recv != nil && w.al.vals[recv] {
			return actOf(&v.Call) == steps
		}
		// A helper that only moves on.
		return w.eng.helper(&v.Call, w.al).Steps
	case *ssa.Phi:
		for _, e := range v.Edges {
			if e != ssa.Value(v) && (depth > 2 || !w.isStep(e, depth+1)) {
				return false
			}
		}
		return true
	}
	return false
}

// apply executes a call.
func (w *walker) apply(p *point, c *ssa.CallCommon, instr ssa.Instruction) {
	if recv := ssaquery.Receiver(c); recv != nil && w.al.vals[recv] {
		switch actOf(c) {
		case steps:
			w.steps(p, instr)
			w.has.Steps = true
		case asks:
			w.has.Asks = true
			if p.phase == ended {
				p.phase = settled
			}
		case closes:
			w.has.Closes = true
			if p.phase == ended && closeTells(c, instr) {
				p.phase = settled
			}
		}
		return
	}
	if p.phase == ended && commits(c, instr) {
		p.phase = settled // a read that failed has failed the transaction
	}
	w.take(p, w.eng.helper(c, w.al), instr)
}

// closeTells reports whether the error of a Close is used that may be the one of
// the iteration: it is not that of database/sql's rows, and of what wraps them.
func closeTells(c *ssa.CallCommon, instr ssa.Instruction) bool {
	fn := ssaquery.Callee(c)
	call, ok := instr.(*ssa.Call)
	return ok && len(*call.Referrers()) > 0 && fn.Pkg() != nil && fn.Pkg().Path() != "database/sql"
}

// commits reports whether a call commits a transaction and its answer is used.
func commits(c *ssa.CallCommon, instr ssa.Instruction) bool {
	fn := ssaquery.Callee(c)
	call, ok := instr.(*ssa.Call)
	return fn != nil && ok && fn.Name() == "Commit" && len(*call.Referrers()) > 0
}

// take executes what a callee does to the iterator.
func (w *walker) take(p *point, s Summary, instr ssa.Instruction) {
	w.has.Closes = w.has.Closes || s.Closes
	w.has.Steps = w.has.Steps || s.Steps
	w.has.Asks = w.has.Asks || s.Asks
	switch {
	case s.Escapes:
		w.al.escapes = w.al.escapes || !p.stepped || p.phase != open
	case s.Settles, s.Ends && s.Closes: // the callee is the one to blame
		p.phase = settled
	case s.Ends:
		w.steps(p, instr)
	}
}

// closure executes the making of a literal that has the iterator: who gets it
// may call it.
func (w *walker) closure(p *point, m *ssa.MakeClosure) {
	s := w.eng.literal(m, w.al)
	w.has.Closes = w.has.Closes || s.Closes
	s.Closes = false // there is nobody else to blame
	w.take(p, s, m)
}

// deferred notes a deferred call that asks when the function returns.
func (w *walker) deferred(p *point, c *ssa.CallCommon) {
	if recv := ssaquery.Receiver(c); recv != nil && w.al.vals[recv] {
		switch actOf(c) {
		case asks:
			p.settles = true
		case closes:
			w.has.Closes = true
		}
		return
	}
	s := w.eng.helper(c, w.al)
	if m, ok := c.Value.(*ssa.MakeClosure); ok {
		s = w.eng.literal(m, w.al)
	}
	w.has.Closes = w.has.Closes || s.Closes
	w.has.Asks = w.has.Asks || s.Asks
	if s.Escapes {
		w.al.escapes = true
	}
	if s.Settles || s.Asks {
		p.settles = true
	}
}
