package ownership

import (
	"go/constant"
	"go/types"
	"go/version"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// exempt reports whether what a call acquires needs no release of its own: it
// ends with something else, or there is nothing to release.
func (e *engine) exempt(call *ssa.Call, acq acquisition) bool {
	k, c := acq.Kind, &call.Call
	switch {
	case acq.optional && discarded(call, acq.Result): // who throws it away knows that there is none
	case k.Flush && resets(call): // used again and again: each use has its own end
	case rootless(c), bodiless(k, c), endsWith(k, c), prepared(k, c), e.collected(k):
	case k.Context && endsItself(c), k.Parent && e.parentHere(c):
	default:
		return false
	}
	return true
}

// bodiless reports whether a response is the answer to HEAD, which has no body.
func bodiless(k *resource.Kind, c *ssa.CallCommon) bool {
	if k.Name != "http.response" {
		return false
	}
	if fn := ssaquery.Callee(c); fn != nil && fn.Name() == "Head" {
		return true
	}
	return slices.ContainsFunc(c.Args, func(a ssa.Value) bool {
		x, ok := a.(*ssa.Extract)
		if !ok {
			return false
		}
		made, ok := x.Tuple.(*ssa.Call)
		return ok && slices.ContainsFunc(made.Call.Args, func(a ssa.Value) bool {
			v, ok := a.(*ssa.Const)
			return ok && v.Value != nil && v.Value.Kind() == constant.String && constant.StringVal(v.Value) == "HEAD"
		})
	})
}

// rootless reports whether the call makes a context that can be cancelled of a
// fresh one: it has no timer, and no parent that would keep it.
func rootless(c *ssa.CallCommon) bool {
	fn := c.StaticCallee()
	if fn == nil || fn.String() != "context.WithCancel" && fn.String() != "context.WithCancelCause" {
		return false
	}
	parent, ok := c.Args[0].(*ssa.Call)
	if !ok {
		return false
	}
	root := parent.Call.StaticCallee()
	return root != nil && (root.String() == "context.Background" || root.String() == "context.TODO")
}

// resets reports whether the result of a call is reset for another use.
func resets(call *ssa.Call) bool {
	return slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		c, ok := ref.(ssa.CallInstruction)
		return ok && c.Common().StaticCallee() != nil && c.Common().StaticCallee().Name() == "Reset"
	})
}

// parentHere reports whether the receiver of an acquisition is a resource that
// the same function acquires, or releases by a defer, or that stands in a field
// which its struct releases: its release ends both.
func (e *engine) parentHere(c *ssa.CallCommon) bool {
	if c.IsInvoke() || len(c.Args) == 0 {
		return false
	}
	parent := c.Args[0]
	v := parent
	if v.Parent() == nil {
		return false // of the package
	}
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	if call, ok := v.(*ssa.Call); ok && len(e.acquires(&call.Call)) > 0 {
		return true
	}
	found := e.inOwner(parent)
	eachCall(parent.Parent(), func(call ssa.CallInstruction) {
		d, ok := call.(*ssa.Defer)
		if found || !ok {
			return
		}
		fn := ssaquery.Callee(&d.Call)
		found = fn != nil && e.table.Releasing(fn.Name()) && within(ssaquery.Receiver(&d.Call), parent)
	})
	return found
}

// inOwner reports whether v is read from a field that a method of its struct
// releases.
func (e *engine) inOwner(v ssa.Value) bool {
	load, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return false
	}
	st, owner := structOf(addr.X.Type()), e.ownerCache[namedOf(addr.X.Type())]
	return st != nil && owner != nil && slices.ContainsFunc(owner.Fields, func(f OwnedField) bool { return f.Name == st.Field(addr.Field).Name() })
}

// endsWith reports whether an argument of an acquisition is of a type with which
// the resource ends, or embeds a value of one.
func endsWith(k *resource.Kind, c *ssa.CallCommon) bool {
	if len(k.EndsWith) == 0 {
		return false
	}
	args := c.Args // with the receiver, unless that is an interface
	if c.IsInvoke() {
		args = append(slices.Clone(args), c.Value)
	}
	return slices.ContainsFunc(args, func(a ssa.Value) bool {
		if made, ok := a.(*ssa.MakeInterface); ok {
			a = made.X
		}
		return slices.Contains(k.EndsWith, types.TypeString(a.Type(), nil)) || embedsOne(structOf(a.Type()), k.EndsWith)
	})
}

// prepared reports whether rows come from a statement that a transaction has
// prepared: its end closes them.
func prepared(k *resource.Kind, c *ssa.CallCommon) bool {
	if k.Check != "sqlclose" || c.IsInvoke() || len(c.Args) == 0 {
		return false
	}
	stmt := c.Args[0]
	if n := namedOf(stmt.Type()); n == nil || n.Name() != "Stmt" {
		return false // gorm's DB has a Commit too
	}
	if x, ok := stmt.(*ssa.Extract); ok {
		stmt = x.Tuple
	}
	made, ok := stmt.(*ssa.Call)
	if !ok {
		return false
	}
	from := ssaquery.Receiver(&made.Call)
	return from != nil && hasMethod(from.Type(), "Commit") && hasMethod(from.Type(), "Rollback")
}

func embedsOne(st *types.Struct, names []string) bool {
	if st == nil {
		return false
	}
	for f := range st.Fields() {
		if f.Embedded() && slices.Contains(names, types.TypeString(f.Type(), nil)) {
			return true
		}
	}
	return false
}

// within reports whether v is owner, or an embedded field of it; both may be read
// from one variable.
func within(v, owner ssa.Value) bool {
	if a, ok := v.(*ssa.UnOp); ok {
		if b, ok := owner.(*ssa.UnOp); ok && a.X == b.X {
			_, local := a.X.(*ssa.Alloc)
			return local
		}
	}
	if load, ok := v.(*ssa.UnOp); ok {
		v = load.X
	}
	if field, ok := v.(*ssa.FieldAddr); ok {
		v = field.X
	}
	return v == owner
}

// collected reports whether the garbage collector frees the kind in the
// language version of the package.
func (e *engine) collected(k *resource.Kind) bool {
	return k.Until != "" && (e.Version == "" || version.Compare(e.Version, k.Until) >= 0)
}

// endsItself reports whether the call gets a context that this function has
// made to cancel: the cancel function, which vet's lostcancel watches, ends the
// resource with it.
func endsItself(c *ssa.CallCommon) bool {
	for _, a := range c.Args {
		if load, ok := a.(*ssa.UnOp); ok {
			a = storedIn(load.X)
		}
		x, ok := a.(*ssa.Extract)
		if !ok {
			continue
		}
		if call, ok := x.Tuple.(*ssa.Call); ok {
			if f := call.Call.StaticCallee(); f != nil && object(f) != nil && cancels[object(f).FullName()] {
				return true
			}
		}
	}
	return false
}

// storedIn returns the last value that is stored in a variable, or nil.
func storedIn(addr ssa.Value) ssa.Value {
	refs := addr.Referrers()
	if refs == nil {
		return nil
	}
	var v ssa.Value
	for _, ref := range *refs {
		if st, ok := ref.(*ssa.Store); ok && st.Addr == addr {
			v = st.Val
		}
	}
	return v
}

var cancels = map[string]bool{
	"context.WithCancel": true, "context.WithCancelCause": true,
	"context.WithDeadline": true, "context.WithDeadlineCause": true,
	"context.WithTimeout": true, "context.WithTimeoutCause": true,
}

// discarded reports whether nobody looks at result i of the call.
func discarded(call *ssa.Call, i int) bool {
	return call.Call.Signature().Results().Len() > 1 && !slices.ContainsFunc(*call.Referrers(), func(ref ssa.Instruction) bool {
		x, ok := ref.(*ssa.Extract)
		return ok && x.Index == i && len(*x.Referrers()) > 0
	})
}
