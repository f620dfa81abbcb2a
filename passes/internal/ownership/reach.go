package ownership

import "golang.org/x/tools/go/ssa"

// A reach answers which blocks of a function can come after which, and where
// which value still matters, computed when asked and kept for the walks of one
// function.
type reach struct {
	fn     *ssa.Function
	after  map[*ssa.BasicBlock][]bool // by block index; includes the block itself
	liveIn map[ssa.Value][]bool       // by block index
}

func newReach(fn *ssa.Function) *reach {
	return &reach{fn: fn, after: make(map[*ssa.BasicBlock][]bool), liveIn: make(map[ssa.Value][]bool)}
}

func (r *reach) from(b *ssa.BasicBlock) []bool {
	if set, ok := r.after[b]; ok {
		return set
	}
	set := make([]bool, len(r.fn.Blocks))
	stack := []*ssa.BasicBlock{b}
	for len(stack) > 0 {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if set[x.Index] {
			continue
		}
		set[x.Index] = true
		stack = append(stack, x.Succs...)
	}
	r.after[b] = set
	return set
}

// live reports whether a path from the start of b reaches a use of v before v
// is computed anew. Values of other functions (captured variables, seen from an
// inlined closure) and captured variables count as live.
func (r *reach) live(v ssa.Value, b *ssa.BasicBlock) bool {
	if v.Parent() != r.fn || b.Parent() != r.fn {
		return true
	}
	set, ok := r.liveIn[v]
	if !ok {
		set = r.computeLive(v)
		r.liveIn[v] = set
	}
	return set == nil || set[b.Index]
}

// computeLive returns the blocks at whose start v is live; nil means all.
func (r *reach) computeLive(v ssa.Value) []bool {
	refs := v.Referrers()
	if refs == nil {
		return nil
	}
	var def *ssa.BasicBlock
	if instr, ok := v.(ssa.Instruction); ok {
		def = instr.Block()
	}
	set := make([]bool, len(r.fn.Blocks))
	var stack []*ssa.BasicBlock
	enter := func(b *ssa.BasicBlock) {
		if b != def && !set[b.Index] {
			set[b.Index] = true
			stack = append(stack, b)
		}
	}
	for _, ref := range *refs {
		switch x := ref.(type) {
		case *ssa.MakeClosure:
			return nil
		case *ssa.Phi:
			for i, edge := range x.Edges {
				if edge == v {
					enter(x.Block().Preds[i])
				}
			}
		default:
			enter(ref.Block())
		}
	}
	if _, phi := v.(*ssa.Phi); phi {
		set[def.Index] = true // bound on the edges into its block
	}
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, p := range b.Preds {
			enter(p)
		}
	}
	return set
}

// loops reports whether b can run again after itself.
func (r *reach) loops(b *ssa.BasicBlock) bool {
	for _, s := range b.Succs {
		if r.from(s)[b.Index] {
			return true
		}
	}
	return false
}
