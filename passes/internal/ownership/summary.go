package ownership

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// summarize walks the parameters and the acquisitions of fn.
func (e *engine) summarize(fn *ssa.Function) (*Summary, []Leak) {
	sum := &Summary{NoReturn: !e.returns(fn)}
	for i, p := range fn.Params {
		if eff, ok := e.paramEffect(fn, i, p); ok {
			sum.Params = append(sum.Params, eff)
		}
	}
	owned, leaks := e.sites(fn)
	sum.Results = owned
	return sum, leaks
}

// returns reports whether some path of fn reaches a return.
func (e *engine) returns(fn *ssa.Function) bool {
	if fn.Recover != nil {
		return true // a recovered panic returns too
	}
	seen := make([]bool, len(fn.Blocks))
	stack := []*ssa.BasicBlock{fn.Blocks[0]}
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if seen[b.Index] {
			continue
		}
		seen[b.Index] = true
		if e.stops(b) {
			continue
		}
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return true
		}
		stack = append(stack, b.Succs...)
	}
	return false
}

// stops reports whether a call in b never returns.
func (e *engine) stops(b *ssa.BasicBlock) bool {
	return slices.ContainsFunc(b.Instrs, func(i ssa.Instruction) bool {
		c, ok := i.(*ssa.Call)
		return ok && e.noReturn(&c.Call)
	})
}

func typeIsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

func (e *engine) count(w *walker) {
	e.result.Stats.Sites++
	e.result.Stats.Steps += w.steps
	if w.dropped {
		e.result.Stats.Dropped++
	}
}
