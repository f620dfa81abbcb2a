package goleak

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// abandoned finds a goroutine that sends on the unbuffered channel although
// the function that made it, its only receiver, can return without receiving.
// It returns the statement that starts it and the place of the return.
func (c *channel) abandoned() (ssa.Instruction, token.Pos) {
	home := c.made.Parent()
	if c.capacity != 0 || c.closed || !c.onlyIn(c.receives, home) || calls(home, ctxflow.Stops) || c.mixed() {
		return nil, 0
	}
	for _, s := range c.sends {
		start := c.startedBy(s.at.Parent(), home)
		if start == nil || hasChoice(s) || calls(s.at.Parent(), ctxflow.Serves) {
			continue // who serves is started once, and sends why it ended
		}
		var exit *ssa.Return
		if inLoop(start.Block()) {
			exit = c.leavesLoop(start)
		} else if c.receivesInLoop() {
			// As many as are sent, or none: what counts is who leaves early.
			exit = c.leavesReceiving(start)
		} else if c.dominates(start.Block()) {
			exit = c.returnsUnreceived(start)
		}
		if exit != nil {
			return start, exit.Pos()
		}
	}
	return nil, 0
}

// mixed reports whether some receives are one case of several and others are not:
// what says which of them comes is a flag that nobody follows here.
func (c *channel) mixed() bool {
	choices := 0
	for _, r := range c.receives {
		if hasChoice(r) {
			choices++
		}
	}
	return choices > 0 && choices < len(c.receives)
}

// calls reports whether fn calls a function of a kind.
func calls(fn *ssa.Function, kind func(*types.Func) bool) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && kind(ssaquery.Callee(call.Common())) {
				return true
			}
		}
	}
	return false
}

// startedBy returns the statement of home that starts fn, directly or through
// goroutines that start it, or nil.
func (c *channel) startedBy(fn, home *ssa.Function) ssa.Instruction {
	for range maxDepth {
		start := c.starts[fn]
		if start == nil || start.Parent() == home {
			return start
		}
		fn = start.Parent()
	}
	return nil
}

// receivesInLoop reports whether every receive is in a loop, and there is one.
func (c *channel) receivesInLoop() bool {
	for _, r := range c.receives {
		if !inLoop(r.at.Block()) {
			return false
		}
	}
	return len(c.receives) > 0
}

// leavesReceiving returns a return that is reached from within a loop of
// receives behind start without going back to its head, or nil. A choice that
// includes other channels is left alone: they may say that all is done.
func (c *channel) leavesReceiving(start ssa.Instruction) *ssa.Return {
	for _, r := range c.receives {
		if hasChoice(r) || !start.Block().Dominates(r.at.Block()) {
			return nil
		}
		if ret := escapes(r.at.Block(), loopHeader(r.at.Block())); ret != nil {
			return ret
		}
	}
	return nil
}

func (c *channel) onlyIn(uses []use, fn *ssa.Function) bool {
	for _, u := range uses {
		if u.at.Parent() != fn {
			return false
		}
	}
	return true
}

// hasChoice reports whether a use is one case of several.
func hasChoice(u use) bool {
	sel, ok := u.at.(*ssa.Select)
	return ok && (len(sel.States) > 1 || !sel.Blocking)
}

// dominates reports whether every receive comes after b: else whether there is
// a sender may depend on what decides whether somebody receives.
func (c *channel) dominates(b *ssa.BasicBlock) bool {
	for _, r := range c.receives {
		if !b.Dominates(r.at.Block()) {
			return false
		}
	}
	return true
}

// returnsUnreceived returns a return that a path from start reaches without a
// receive, or nil.
func (c *channel) returnsUnreceived(start ssa.Instruction) *ssa.Return {
	received := c.receivedEdges()
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(b *ssa.BasicBlock) *ssa.Return
	visit = func(b *ssa.BasicBlock) *ssa.Return {
		if seen[b] {
			return nil
		}
		seen[b] = true
		if c.receivesIn(b) {
			return nil
		}
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && b != b.Parent().Recover {
			return ret
		}
		for i, s := range b.Succs {
			if received[edge{b, i}] {
				continue
			}
			if ret := visit(s); ret != nil {
				return ret
			}
		}
		return nil
	}
	return visit(start.Block())
}

// receivesIn reports whether b receives for certain.
func (c *channel) receivesIn(b *ssa.BasicBlock) bool {
	for _, r := range c.receives {
		if r.at.Block() == b && !hasChoice(r) {
			return true
		}
	}
	return false
}

// leavesLoop handles goroutines that a loop starts. It returns a return that is
// reached after some receives of a second loop and before the others, or after
// a single receive; nil if there is none.
func (c *channel) leavesLoop(start ssa.Instruction) *ssa.Return {
	for _, r := range c.receives {
		header := loopHeader(r.at.Block())
		if header == loopHeader(start.Block()) || header != nil && loopHeader(start.Block()).Dominates(header) && sameLoop(header, start.Block()) {
			return nil // started and received one by one
		}
		if !loopHeader(start.Block()).Dominates(r.at.Block()) {
			return nil
		}
		if ret := escapes(r.at.Block(), header); ret != nil {
			return ret
		}
	}
	return nil
}

// neverClosed finds a goroutine whose range over the channel is its only way
// on, while nobody closes the channel.
func (c *channel) neverClosed() (start, at ssa.Instruction) {
	if c.closed {
		return nil, nil
	}
	for _, r := range c.receives {
		recv, ok := r.at.(*ssa.UnOp)
		start := c.starts[r.at.Parent()]
		if ok && start != nil && recv.CommaOk && onlyExit(recv.Block()) {
			return start, recv
		}
	}
	return nil, nil
}

// outnumbered finds goroutines that send more often than the channel holds and
// the function receives; none of them, and no receive, is in a loop.
func (c *channel) outnumbered() (start ssa.Instruction, at token.Pos) {
	home := c.made.Parent()
	if c.closed || len(c.receives) == 0 || !c.onlyIn(c.receives, home) {
		return nil, 0
	}
	for _, r := range c.receives {
		if inLoop(r.at.Block()) {
			return nil, 0
		}
	}
	var total int64
	var last use
	for fn, s := range c.starts {
		if s.Parent() != home || inLoop(s.Block()) {
			return nil, 0
		}
		n, final, ok := c.mostSends(fn)
		if !ok {
			return nil, 0
		}
		if total += n; n > 1 {
			start, last = s, final
		}
	}
	if start == nil || !c.onlyStarted() || total <= c.capacity+int64(len(c.receives)) {
		return nil, 0
	}
	return start, last.at.Pos()
}

// onlyStarted reports whether every send is in a goroutine of its own.
func (c *channel) onlyStarted() bool {
	for _, s := range c.sends {
		if c.starts[s.at.Parent()] == nil {
			return false
		}
	}
	return true
}

// mostSends returns how often fn can send on one path, and the last send. ok
// is false if one is in a loop or has an alternative.
func (c *channel) mostSends(fn *ssa.Function) (n int64, last use, ok bool) {
	for _, s := range c.sends {
		if s.at.Parent() != fn {
			continue
		}
		if hasChoice(s) || inLoop(s.at.Block()) {
			return 0, use{}, false
		}
		m := int64(1)
		for _, t := range c.sends {
			if t.at != s.at && t.at.Parent() == fn && (t.at.Block() == s.at.Block() || reaches(t.at.Block(), s.at.Block())) {
				m++
			}
		}
		if m > n {
			n, last = m, s
		}
	}
	return n, last, true
}
