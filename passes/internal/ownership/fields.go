package ownership

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// scanFields adds to set the fields that f releases, and notes those that it
// hands on.
func (e *engine) scanFields(f *ssa.Function, set map[fieldRef]bool) {
	for _, b := range f.Blocks {
		for _, instr := range b.Instrs {
			switch x := instr.(type) {
			case ssa.CallInstruction:
				e.scanCall(x.Common(), set)
			case *ssa.Return:
				for _, r := range x.Results {
					e.handedOn(r)
				}
			case *ssa.Store:
				e.handedOn(x.Val)
			case *ssa.Send:
				e.handedOn(x.X)
			case *ssa.MapUpdate:
				e.handedOn(x.Value)
			case *ssa.MakeClosure:
				e.scanMethodValue(x, set)
			}
		}
	}
}

func (e *engine) handedOn(v ssa.Value) {
	if ref, ok := e.fieldOf(v); ok {
		e.useOf(ref).elsewhere = true
	}
}

// scanMethodValue looks at t.f.Close as a value: somebody will call it.
func (e *engine) scanMethodValue(mc *ssa.MakeClosure, set map[fieldRef]bool) {
	f := mc.Fn.(*ssa.Function)
	if f.Object() != nil && len(mc.Bindings) == 1 && e.table.Releasing(f.Object().Name()) {
		if ref, ok := e.fieldOf(mc.Bindings[0]); ok {
			set[ref] = true
		}
	}
}

func (e *engine) scanCall(c *ssa.CallCommon, set map[fieldRef]bool) {
	if ref, ok := e.fieldOf(c.Value); ok {
		if !c.IsInvoke() || e.table.Releasing(c.Method.Name()) {
			set[ref] = true // a call of the field itself, or of its release
		}
	}
	if _, builtin := c.Value.(*ssa.Builtin); builtin {
		return
	}
	callee := c.StaticCallee()
	for i, a := range c.Args {
		ref, ok := e.fieldOf(a)
		if !ok {
			continue
		}
		switch {
		case callee != nil && i == 0 && callee.Signature.Recv() != nil:
			if e.table.Releasing(callee.Name()) {
				set[ref] = true
			}
		case e.mayTake(c, i):
			set[ref] = true
		}
	}
}

// mayTake reports whether the callee could release its i-th argument: its
// parameter has a release method, or is a function, or could be anything.
func (e *engine) mayTake(c *ssa.CallCommon, i int) bool {
	t := paramType(c, i)
	if t == nil {
		return true
	}
	if e.generalRelease(t) {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Signature, *types.Slice:
		return true
	case *types.Interface:
		callee := c.StaticCallee()
		return u.NumMethods() == 0 && (callee == nil || !isStd(callee))
	}
	return false
}

// generalRelease reports whether t has a method whose name says release.
func (e *engine) generalRelease(t types.Type) bool { return len(e.allReleases(t)) > 0 }

// fieldOf returns the field of a struct of this package that v is loaded from:
// directly, as an element of it, or through an assertion.
func (e *engine) fieldOf(v ssa.Value) (fieldRef, bool) {
	for range 16 {
		switch x := v.(type) {
		case *ssa.FieldAddr:
			t := x.X.Type().Underlying().(*types.Pointer).Elem()
			if name := namedOf(t); name != nil && name.Pkg() == e.Pkg {
				return fieldRef{name, x.Field}, true
			}
			v = x.X
		case *ssa.Field:
			if name := namedOf(x.X.Type()); name != nil && name.Pkg() == e.Pkg {
				return fieldRef{name, x.Field}, true
			}
			v = x.X
		default:
			if v = through(v); v == nil {
				return fieldRef{}, false
			}
		}
	}
	return fieldRef{}, false
}

// through takes one step from a value to where it was taken from, or nil.
func through(v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.UnOp:
		return x.X
	case *ssa.IndexAddr:
		return x.X
	case *ssa.Index:
		return x.X
	case *ssa.Lookup:
		return x.X
	case *ssa.Slice:
		return x.X
	case *ssa.MakeInterface:
		return x.X
	case *ssa.ChangeInterface:
		return x.X
	case *ssa.ChangeType:
		return x.X
	case *ssa.TypeAssert:
		return x.X
	case *ssa.Extract:
		return x.Tuple
	case *ssa.Next:
		return x.Iter
	case *ssa.Range:
		return x.X
	}
	return nil
}

// namedOf returns the declaration of t or of what it points to, or nil.
func namedOf(t types.Type) *types.TypeName {
	t = types.Unalias(t)
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	if n, ok := t.(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}
