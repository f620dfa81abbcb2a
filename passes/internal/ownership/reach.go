package ownership

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A reach answers which blocks of a function can come after which, and where
// which value still matters, computed when asked and kept for the walks of one
// function.
type reach struct {
	fn      *ssa.Function
	after   map[*ssa.BasicBlock][]bool       // by block index; includes the block itself
	before  map[*ssa.BasicBlock][]bool       // likewise, backwards
	liveIn  map[ssa.Value][]bool             // by block index
	cyclic  []bool                           // by block index: in a loop; nil until asked
	reads   map[*types.Var][]*ssa.BasicBlock // that read the field; nil until asked
	readers map[*types.Var][]bool            // by block index: from where a path leads to a read
}

func newReach(fn *ssa.Function) *reach {
	return &reach{fn: fn, after: make(map[*ssa.BasicBlock][]bool), before: make(map[*ssa.BasicBlock][]bool), liveIn: make(map[ssa.Value][]bool)}
}

// from returns the blocks that b reaches.
func (r *reach) from(b *ssa.BasicBlock) []bool {
	return closure(r.after, b, func(x *ssa.BasicBlock) []*ssa.BasicBlock { return x.Succs })
}

// to returns the blocks that reach b.
func (r *reach) to(b *ssa.BasicBlock) []bool {
	return closure(r.before, b, func(x *ssa.BasicBlock) []*ssa.BasicBlock { return x.Preds })
}

func closure(memo map[*ssa.BasicBlock][]bool, b *ssa.BasicBlock, next func(*ssa.BasicBlock) []*ssa.BasicBlock) []bool {
	if set, ok := memo[b]; ok {
		return set
	}
	set := make([]bool, len(b.Parent().Blocks))
	stack := []*ssa.BasicBlock{b}
	for len(stack) > 0 {
		x := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if set[x.Index] {
			continue
		}
		set[x.Index] = true
		stack = append(stack, next(x)...)
	}
	memo[b] = set
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

// readAgain reports whether v is a field, or its length, and a path from b reads
// that field of some struct.
func (r *reach) readAgain(v ssa.Value, b *ssa.BasicBlock) bool {
	field := fieldRead(v)
	if field == nil || b.Parent() != r.fn {
		return false
	}
	if r.reads == nil {
		r.indexReads()
	}
	set, ok := r.readers[field]
	if !ok {
		set = r.leadingTo(r.reads[field])
		r.readers[field] = set
	}
	return set[b.Index]
}

// indexReads collects the blocks that read a field, for all fields.
func (r *reach) indexReads() {
	r.reads, r.readers = make(map[*types.Var][]*ssa.BasicBlock), make(map[*types.Var][]bool)
	for _, b := range r.fn.Blocks {
		for _, instr := range b.Instrs {
			if load, ok := instr.(*ssa.UnOp); ok {
				if f := fieldRead(load); f != nil {
					r.reads[f] = append(r.reads[f], b)
				}
			}
		}
	}
}

// leadingTo returns, by block index, from where a path leads to one of the blocks.
func (r *reach) leadingTo(blocks []*ssa.BasicBlock) []bool {
	set := make([]bool, len(r.fn.Blocks))
	stack := slices.Clone(blocks)
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if !set[b.Index] {
			set[b.Index] = true
			stack = append(stack, b.Preds...)
		}
	}
	return set
}

// fieldRead returns the field that v is loaded from or is the length of, or nil.
func fieldRead(v ssa.Value) *types.Var {
	if call, ok := v.(*ssa.Call); ok && isLen(call) {
		v = call.Call.Args[0]
	}
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	return structOf(addr.X.Type()).Field(addr.Field)
}

func isLen(call *ssa.Call) bool {
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len"
}

// loops reports whether b can run again after itself.
func (r *reach) loops(b *ssa.BasicBlock) bool {
	if r.cyclic == nil {
		r.cyclic = cycles(r.fn)
	}
	return r.cyclic[b.Index]
}

// cycles returns, by block index, the blocks on a cycle of the control flow:
// those of strongly connected components with more than one block, or with an
// edge to themselves (Tarjan, with a stack of its own: functions are long).
func cycles(fn *ssa.Function) []bool {
	type frame struct {
		b    *ssa.BasicBlock
		next int // successor to visit
	}
	n := len(fn.Blocks)
	index, low, on, out := make([]int, n), make([]int, n), make([]bool, n), make([]bool, n)
	count := 0
	var component []*ssa.BasicBlock
	for _, root := range fn.Blocks {
		if index[root.Index] != 0 {
			continue
		}
		work := []frame{{b: root}}
		for len(work) > 0 {
			f := &work[len(work)-1]
			v := f.b.Index
			if f.next == 0 {
				count++
				index[v], low[v], on[v] = count, count, true
				component = append(component, f.b)
			}
			if f.next < len(f.b.Succs) {
				w := f.b.Succs[f.next]
				f.next++
				switch {
				case w == f.b:
					out[v] = true
				case index[w.Index] == 0:
					work = append(work, frame{b: w})
				case on[w.Index]:
					low[v] = min(low[v], index[w.Index])
				}
				continue
			}
			if low[v] == index[v] {
				single := component[len(component)-1] == f.b
				for {
					w := component[len(component)-1]
					component = component[:len(component)-1]
					on[w.Index] = false
					out[w.Index] = out[w.Index] || !single
					if w == f.b {
						break
					}
				}
			}
			work = work[:len(work)-1]
			if len(work) > 0 {
				parent := work[len(work)-1].b.Index
				low[parent] = min(low[parent], low[v])
			}
		}
	}
	return out
}
