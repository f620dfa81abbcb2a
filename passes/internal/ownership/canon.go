package ownership

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// Canonical constants: go/ssa makes a new *ssa.Const per use.
var (
	nilConst   = ssa.NewConst(nil, types.Typ[types.UntypedNil])
	trueConst  = ssa.NewConst(constant.MakeBool(true), types.Typ[types.Bool])
	falseConst = ssa.NewConst(constant.MakeBool(false), types.Typ[types.Bool])
	zero       = ssa.NewConst(constant.MakeInt64(0), types.Typ[types.Int])
)

func boolConst(b bool) ssa.Value {
	if b {
		return trueConst
	}
	return falseConst
}

// intern maps equal constants to one value.
func (w *walker) intern(c *ssa.Const) ssa.Value {
	switch {
	case c.Value == nil && !isStruct(c.Type()):
		return nilConst
	case c.Value == nil:
		return c
	case c.Value.Kind() == constant.Bool:
		return boolConst(constant.BoolVal(c.Value))
	}
	if c.Value.Kind() == constant.Int && constant.Sign(c.Value) == 0 {
		return zero
	}
	key := c.Value.ExactString()
	if v, ok := w.consts[key]; ok {
		return v
	}
	w.consts[key] = c
	return c
}

func isStruct(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

// canon returns the value that v denotes on this path: through conversions,
// assertions, embedded fields of the resource, results that are a callee's
// parameter, and whatever the path recorded in rep.
func (w *walker) canon(s *state, v ssa.Value) ssa.Value {
	for range 64 { // chains are short; the bound only guards against cycles
		if r, ok := s.rep.m[v]; ok {
			return r
		}
		next := w.strip(s, v)
		if next == nil {
			return v
		}
		v = next
	}
	return v
}

// strip takes one layer off v, or returns nil.
func (w *walker) strip(s *state, v ssa.Value) ssa.Value {
	switch x := v.(type) {
	case *ssa.Const:
		if c := w.intern(x); c != v {
			return c
		}
	case *ssa.MakeInterface:
		return x.X
	case *ssa.ChangeInterface:
		return x.X
	case *ssa.ChangeType:
		return x.X
	case *ssa.TypeAssert:
		if !x.CommaOk {
			return x.X
		}
	case *ssa.Extract:
		return w.stripExtract(s, x)
	case *ssa.Call:
		if same := w.place(s, x); same != nil {
			return same
		}
		return w.passedThrough(s, x, 0)
	case *ssa.FieldAddr:
		if w.standsFor(s, x.X, x.Field) {
			return w.ob.value
		}
	case *ssa.Field:
		if w.standsFor(s, x.X, x.Field) {
			return w.ob.value
		}
	case *ssa.UnOp:
		if f, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL && w.standsFor(s, f.X, f.Field) {
			return w.ob.value
		}
	}
	return w.place(s, v)
}

// standsFor reports whether field i of base is as good as the resource: base
// is the resource and embeds the field or names it, or base holds the resource
// in it.
func (w *walker) standsFor(s *state, base ssa.Value, i int) bool {
	st := structOf(base.Type())
	if st == nil {
		return false
	}
	switch b := w.canon(s, base); {
	case b == w.ob.value:
		return st.Field(i).Embedded() || slices.Contains(w.ob.fields, st.Field(i).Name())
	case s.held.m[b]:
		return slices.Contains(w.holders[b].fields, st.Field(i).Name())
	}
	return false
}

// structOf returns the struct type that t is or points to, or nil.
func structOf(t types.Type) *types.Struct {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, _ := t.Underlying().(*types.Struct)
	return st
}

func (w *walker) stripExtract(s *state, x *ssa.Extract) ssa.Value {
	switch t := x.Tuple.(type) {
	case *ssa.TypeAssert:
		if x.Index == 0 {
			return t.X
		}
	case *ssa.Call:
		if ssa.Value(t) == w.siteValue() && x.Index == w.result && x != w.ob.value && w.result >= 0 {
			return w.ob.value
		}
		return w.passedThrough(s, t, x.Index)
	}
	return nil
}

// passedThrough returns the resource if result i of call is, by the callee's
// summary, the argument that is the resource.
func (w *walker) passedThrough(s *state, call *ssa.Call, i int) ssa.Value {
	callee := call.Call.StaticCallee()
	if callee == nil {
		if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "recover" {
			return nilConst // the walk follows normal exits only
		}
		return nil
	}
	sum, known := w.eng.summary(callee)
	if !known {
		return nil
	}
	for _, p := range sum.Params {
		if p.Returns == i && p.Param < len(call.Call.Args) && w.canon(s, call.Call.Args[p.Param]) == w.ob.value {
			return w.ob.value
		}
	}
	return nil
}

// cellOf returns the variable that addr points to, if the walk follows it.
func (w *walker) cellOf(s *state, addr ssa.Value) (cell, bool) {
	if f, ok := addr.(*ssa.FieldAddr); ok {
		switch base := w.canon(s, f.X).(type) {
		case *ssa.Alloc, *ssa.Parameter:
			return cell{base, f.Field}, true
		}
		return cell{}, false
	}
	switch base := w.canon(s, addr).(type) {
	case *ssa.Alloc, *ssa.FreeVar:
		return cell{base, -1}, true
	}
	return cell{}, false
}

// private reports whether only loads, stores and closures of this function can
// change the variable v: its address goes nowhere else. What is known of other
// variables holds until the next call.
func (e *engine) private(v ssa.Value) bool {
	switch v.(type) {
	case *ssa.Alloc, *ssa.FieldAddr, *ssa.FreeVar:
	default:
		return false
	}
	if known, ok := e.privates[v]; ok {
		return known
	}
	e.privates[v] = true // for cycles through closures
	e.privates[v] = e.onlyLocalUses(v)
	return e.privates[v]
}

func (e *engine) onlyLocalUses(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		switch x := ref.(type) {
		case *ssa.UnOp, *ssa.DebugRef:
		case *ssa.Store:
			if x.Addr != v {
				return false
			}
		case *ssa.FieldAddr:
			if !e.private(x) {
				return false
			}
		case *ssa.MakeClosure:
			if !e.privateCapture(x, v) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

func (e *engine) privateCapture(mc *ssa.MakeClosure, v ssa.Value) bool {
	fn := mc.Fn.(*ssa.Function)
	for i, b := range mc.Bindings {
		if b == v && (i >= len(fn.FreeVars) || !e.private(fn.FreeVars[i])) {
			return false
		}
	}
	return true
}

// nonNil reports whether v can be seen to be non-nil without a test.
func nonNil(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.Alloc, *ssa.MakeClosure, *ssa.Function, *ssa.FieldAddr, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		return true
	case *ssa.Const:
		return x != nilConst
	case *ssa.Call:
		return makesError(x)
	case *ssa.UnOp:
		// A sentinel: io.EOF, errNotFound.
		_, global := x.X.(*ssa.Global)
		return global && x.Op == token.MUL && typeIsError(x.Type())
	}
	return false
}

// makesError reports whether a call makes a new error: its only result is one,
// and its name says so. errors.Wrap and its kin yield nil for nil, but nobody
// wraps what was not tested.
func makesError(call *ssa.Call) bool {
	f := call.Call.StaticCallee()
	if f == nil || !typeIsError(call.Type()) {
		return false
	}
	for _, part := range [...]string{"New", "Err", "Wrap", "Status"} {
		if strings.Contains(f.Name(), part) && f.Name() != "Err" {
			return true
		}
	}
	return false
}
