package ownership

import "golang.org/x/tools/go/ssa"

// A reach answers which blocks of a function can come after which, computed
// per asked block and kept for the walks of one function.
type reach struct {
	fn    *ssa.Function
	after map[*ssa.BasicBlock][]bool // by block index; includes the block itself
}

func newReach(fn *ssa.Function) *reach {
	return &reach{fn: fn, after: make(map[*ssa.BasicBlock][]bool)}
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

// live reports whether v is used in b or after it. Values of other functions
// (captured variables, seen from an inlined closure) count as live.
func (r *reach) live(v ssa.Value, b *ssa.BasicBlock) bool {
	if v.Parent() != r.fn {
		return true
	}
	refs := v.Referrers()
	if refs == nil {
		return true
	}
	set := r.from(b)
	for _, ref := range *refs {
		if _, captured := ref.(*ssa.MakeClosure); captured || set[ref.Block().Index] {
			return true
		}
	}
	return false
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
