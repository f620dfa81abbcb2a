package goleak

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// An edge is the i-th way out of a block.
type edge struct {
	from *ssa.BasicBlock
	i    int
}

// receivedEdges returns the edges that are taken when a select has chosen to
// receive from the channel.
func (c *channel) receivedEdges() map[edge]bool {
	out := make(map[edge]bool)
	for _, r := range c.receives {
		sel, ok := r.at.(*ssa.Select)
		if !ok {
			continue
		}
		for _, ref := range *sel.Referrers() {
			if index, ok := ref.(*ssa.Extract); ok && index.Index == 0 {
				markChoice(index, r.choice, out)
			}
		}
	}
	return out
}

// markChoice marks the branches on index == choice.
func markChoice(index *ssa.Extract, choice int, out map[edge]bool) {
	for _, ref := range *index.Referrers() {
		cmp, ok := ref.(*ssa.BinOp)
		if !ok || cmp.Op != token.EQL {
			continue
		}
		k, ok := cmp.Y.(*ssa.Const)
		if n, exact := constant.Int64Val(k.Value); !ok || !exact || n != int64(choice) {
			continue
		}
		for _, user := range *cmp.Referrers() {
			if br, ok := user.(*ssa.If); ok {
				out[edge{br.Block(), 0}] = true
			}
		}
	}
}

// escapes returns a return reachable from b without passing header.
func escapes(b, header *ssa.BasicBlock) *ssa.Return {
	seen := map[*ssa.BasicBlock]bool{header: true}
	stack := []*ssa.BasicBlock{b}
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && b != b.Parent().Recover {
			return ret
		}
		stack = append(stack, b.Succs...)
	}
	return nil
}

// onlyExit reports whether b heads a loop that no other block leaves.
func onlyExit(b *ssa.BasicBlock) bool {
	if !inLoop(b) {
		return false
	}
	for _, x := range b.Parent().Blocks {
		if x == b || !b.Dominates(x) || !reaches(x, b) {
			continue
		}
		for _, s := range x.Succs {
			if s != b && (!b.Dominates(s) || !reaches(s, b)) {
				return false
			}
		}
		if len(x.Succs) == 0 {
			return false
		}
	}
	return true
}

func inLoop(b *ssa.BasicBlock) bool {
	for _, s := range b.Succs {
		if s == b || reaches(s, b) {
			return true
		}
	}
	return false
}

// reaches reports whether a path leads from a to b.
func reaches(a, b *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	stack := []*ssa.BasicBlock{a}
	for len(stack) > 0 {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if x == b {
			return true
		}
		if !seen[x] {
			seen[x] = true
			stack = append(stack, x.Succs...)
		}
	}
	return false
}

// loopHeader returns the outermost block that dominates b and is in a cycle
// with it, or nil.
func loopHeader(b *ssa.BasicBlock) *ssa.BasicBlock {
	if !inLoop(b) {
		return nil
	}
	header := b
	for d := b.Idom(); d != nil; d = d.Idom() {
		if reaches(b, d) {
			header = d
		}
	}
	return header
}

func sameLoop(header, b *ssa.BasicBlock) bool { return reaches(header, b) && reaches(b, header) }
