package goleak

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A channel is one that a function makes and that only it and the goroutines
// it starts can see.
type channel struct {
	made     *ssa.MakeChan
	capacity int64
	sends    []use
	receives []use
	closed   bool
	starts   map[*ssa.Function]ssa.Instruction // goroutine body to the statement that starts it
	seen     map[ssa.Value]bool                // values and variables that were traced
}

// A use is one send or receive.
type use struct {
	at     ssa.Instruction
	choice int // index of the case, if at is a select
}

// maxDepth bounds closures in closures.
const maxDepth = 4

// follow returns the channel with all its uses; nil if it may be used by code
// that cannot be seen, or its capacity is not a constant.
func follow(mk *ssa.MakeChan) *channel {
	size, ok := mk.Size.(*ssa.Const)
	if !ok || size.Value == nil || size.Value.Kind() != constant.Int {
		return nil
	}
	n, _ := constant.Int64Val(size.Value)
	c := &channel{made: mk, capacity: n, starts: make(map[*ssa.Function]ssa.Instruction), seen: make(map[ssa.Value]bool)}
	if !c.trace(mk, maxDepth) {
		return nil
	}
	return c
}

// trace records the uses of v, which denotes the channel. It reports false if
// v escapes.
func (c *channel) trace(v ssa.Value, depth int) bool {
	if depth == 0 || v.Referrers() == nil {
		return false
	}
	if c.seen[v] {
		return true
	}
	c.seen[v] = true
	for _, ref := range *v.Referrers() {
		if !c.traceUse(v, ref, depth) {
			return false
		}
	}
	return true
}

func (c *channel) traceUse(v ssa.Value, ref ssa.Instruction, depth int) bool {
	switch x := ref.(type) {
	case *ssa.DebugRef:
	case *ssa.Send:
		if x.X == v {
			return false
		}
		c.sends = append(c.sends, use{at: x})
	case *ssa.UnOp:
		c.receives = append(c.receives, use{at: x}) // v is no address, so this is <-v
	case *ssa.Select:
		return c.traceSelect(v, x)
	case *ssa.ChangeType:
		return c.trace(x, depth)
	case *ssa.Store:
		cell, ok := x.Addr.(*ssa.Alloc)
		return ok && x.Val == v && c.traceCell(cell, depth)
	case ssa.CallInstruction:
		return c.traceCall(v, x, depth)
	default:
		return false
	}
	return true
}

func (c *channel) traceSelect(v ssa.Value, x *ssa.Select) bool {
	for i, st := range x.States {
		if st.Send == v {
			return false
		}
		if st.Chan != v {
			continue
		}
		if st.Dir == types.SendOnly {
			c.sends = append(c.sends, use{x, i})
		} else {
			c.receives = append(c.receives, use{x, i})
		}
	}
	return true
}

// traceCell follows a variable that closures share. It must be stored once.
func (c *channel) traceCell(cell ssa.Value, depth int) bool {
	if c.seen[cell] {
		return true // a variable that is assigned to itself
	}
	c.seen[cell] = true
	stores := 0
	for _, ref := range *cell.Referrers() {
		switch x := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.Store:
			if stores++; stores > 1 {
				return false
			}
		case *ssa.UnOp:
			if !c.trace(x, depth) {
				return false
			}
		case *ssa.MakeClosure:
			if !c.traceClosure(cell, x, depth) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// traceClosure follows the channel into a literal that is started as a
// goroutine right where it stands.
func (c *channel) traceClosure(cell ssa.Value, mc *ssa.MakeClosure, depth int) bool {
	start := startOf(mc)
	if start == nil {
		return false
	}
	fn := mc.Fn.(*ssa.Function)
	c.starts[fn] = start
	for i, b := range mc.Bindings {
		if b == cell && !c.traceFree(fn.FreeVars[i], depth-1) {
			return false
		}
	}
	return true
}

func (c *channel) traceFree(fv *ssa.FreeVar, depth int) bool {
	if depth == 0 {
		return false
	}
	if _, isChan := fv.Type().Underlying().(*types.Chan); isChan {
		return c.trace(fv, depth)
	}
	for _, ref := range *fv.Referrers() {
		load, ok := ref.(*ssa.UnOp)
		if !ok || load.Op != token.MUL || !c.trace(load, depth) {
			return false
		}
	}
	return true
}

// startOf returns the one statement that starts mc as a goroutine: go, or a
// method called Go that takes it.
func startOf(mc *ssa.MakeClosure) ssa.Instruction {
	refs := *mc.Referrers()
	if len(refs) != 1 {
		return nil
	}
	switch x := refs[0].(type) {
	case *ssa.Go:
		if x.Call.Value == ssa.Value(mc) {
			return x
		}
	case *ssa.Call:
		if f := x.Call.StaticCallee(); f != nil && f.Name() == "Go" && f.Signature.Recv() != nil {
			return x
		}
	}
	return nil
}

func (c *channel) traceCall(v ssa.Value, call ssa.CallInstruction, depth int) bool {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "close" {
			c.closed = true
		}
		return b.Name() == "close" || b.Name() == "len" || b.Name() == "cap"
	}
	g, ok := call.(*ssa.Go)
	fn := started(common)
	if !ok || fn == nil || fn.Blocks == nil || fn.Pkg != call.Parent().Pkg || len(common.Args) != len(fn.Params) {
		return false
	}
	c.starts[fn] = g
	for i, a := range common.Args {
		if a == v && !c.trace(fn.Params[i], depth-1) {
			return false
		}
	}
	return true
}

// started returns the function that a go statement runs, or nil.
func started(c *ssa.CallCommon) *ssa.Function {
	if mc, ok := c.Value.(*ssa.MakeClosure); ok {
		if f := mc.Fn.(*ssa.Function); !strings.HasSuffix(f.Name(), "$bound") {
			return f
		}
		return nil
	}
	return c.StaticCallee()
}
