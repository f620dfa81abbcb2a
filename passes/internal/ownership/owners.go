package ownership

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// An Owner says which fields of a struct type can hold an obligation, and how
// that is discharged: what makes the type itself a resource.
type Owner struct {
	Fields []OwnedField // sorted by name
}

// An OwnedField is one field that somebody releases.
type OwnedField struct {
	Name     string
	Releases []string // methods of the struct that reach the release, sorted
}

// A fieldRef names one field of a struct type that this package declares.
type fieldRef struct {
	typ   *types.TypeName
	field int
}

// A fieldUse is what the package does with a field.
type fieldUse struct {
	methods   []string // of the type that release it, sorted
	elsewhere bool     // other code releases it or hands it on
}

// owners finds the fields that the package releases, and the methods that
// reach it. One method reaching it on some path shows the intent; whether it
// does on every path is another question, asked of the method itself.
func (e *engine) owners(roots []*ssa.Function, groups [][]*ssa.Function) {
	e.fieldUses = make(map[fieldRef]*fieldUse)
	direct := make(map[*ssa.Function]map[fieldRef]bool)
	for _, root := range roots {
		set := make(map[fieldRef]bool)
		for _, f := range append([]*ssa.Function{root}, e.literals[root]...) {
			e.scanFields(f, set)
		}
		direct[root] = set
	}
	e.releasing = direct
	for _, group := range groups { // callees first
		all := make(map[fieldRef]bool)
		for _, fn := range group {
			for ref := range direct[fn] {
				all[ref] = true
			}
			for _, callee := range e.callees(fn) {
				for ref := range direct[callee] {
					all[ref] = true
				}
			}
		}
		for _, fn := range group {
			direct[fn] = all
		}
	}
	for _, root := range roots {
		for ref := range direct[root] {
			e.useOf(ref).note(root, ref)
		}
	}
	for _, u := range e.fieldUses {
		slices.Sort(u.methods)
		u.methods = slices.Compact(u.methods)
	}
}

func (e *engine) useOf(ref fieldRef) *fieldUse {
	u := e.fieldUses[ref]
	if u == nil {
		u = new(fieldUse)
		e.fieldUses[ref] = u
	}
	return u
}

func (u *fieldUse) note(fn *ssa.Function, ref fieldRef) {
	if recv := fn.Signature.Recv(); recv != nil && namedOf(recv.Type()) == ref.typ {
		u.methods = append(u.methods, fn.Name())
	} else {
		u.elsewhere = true
	}
}

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
func (e *engine) generalRelease(t types.Type) bool {
	if known, ok := e.releasable[t]; ok {
		return known
	}
	has := false
	mset := types.NewMethodSet(t)
	for i := range mset.Len() {
		if e.table.Releasing(mset.At(i).Obj().Name()) {
			has = true
			break
		}
	}
	e.releasable[t] = has
	return has
}

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

// ownerTypes returns the struct types of the package with a field that a
// method of theirs releases.
func (e *engine) ownerTypes() map[*types.TypeName]*Owner {
	out := make(map[*types.TypeName]*Owner)
	for ref, u := range e.fieldUses {
		st, ok := ref.typ.Type().Underlying().(*types.Struct)
		if !ok || len(u.methods) == 0 || isLock(st.Field(ref.field).Type()) {
			continue
		}
		o := out[ref.typ]
		if o == nil {
			o = new(Owner)
			out[ref.typ] = o
		}
		o.Fields = append(o.Fields, OwnedField{st.Field(ref.field).Name(), u.methods})
	}
	for _, o := range out {
		slices.SortFunc(o.Fields, func(a, b OwnedField) int { return cmp.Compare(a.Name, b.Name) })
	}
	return out
}

// isLock reports whether t is of package sync: what locks owns nothing.
func isLock(t types.Type) bool {
	name := namedOf(t)
	return name != nil && name.Pkg() != nil && (name.Pkg().Path() == "sync" || name.Pkg().Path() == "sync/atomic")
}

// A holder is a value whose release discharges the obligation.
type holder struct {
	releases []string // methods of the holder
	fields   []string // fields through which the resource is reached
}

// structHolder says what a struct of type t holds when the resource is in its
// i-th field. ok is false if nobody can be expected to release it through the
// struct; lost says that nobody can release it at all.
func (e *engine) structHolder(t types.Type, i int) (h holder, ok, lost bool) {
	st, isStruct := t.Underlying().(*types.Struct)
	if !isStruct || i >= st.NumFields() {
		return h, false, false
	}
	f := st.Field(i)
	h.fields = []string{f.Name()}
	if f.Anonymous() {
		h.releases = append(h.releases, e.table.ReleaseNames(f.Type())...)
	}
	name := namedOf(t)
	if name == nil {
		return h, false, false
	}
	var use fieldUse
	if name.Pkg() == e.Pkg {
		if u := e.fieldUses[fieldRef{name, i}]; u != nil {
			use = *u
		}
	} else if o := e.importOwner(name); o != nil {
		for _, of := range o.Fields {
			if of.Name == f.Name() {
				use.methods = of.Releases
			}
		}
	} else {
		use.elsewhere = true
	}
	h.releases = append(h.releases, use.methods...)
	reachable := f.Exported() && e.generalRelease(f.Type())
	if len(h.releases) == 0 && !reachable {
		return h, false, !use.elsewhere && !f.Exported() && !f.Anonymous()
	}
	return h, true, false
}

func (e *engine) importOwner(name *types.TypeName) *Owner {
	if e.ImportOwner == nil {
		return nil
	}
	return e.ImportOwner(name)
}

// ownerOf returns how a value of type t is released as a whole, if t is a
// struct type whose methods release what it holds.
func (e *engine) ownerOf(t types.Type) (holder, bool) {
	name := namedOf(t)
	if name == nil {
		return holder{}, false
	}
	o := e.ownerCache[name]
	if o == nil && name.Pkg() != e.Pkg {
		o = e.importOwner(name)
	}
	if o == nil {
		return holder{}, false
	}
	var h holder
	for _, f := range o.Fields {
		h.fields = append(h.fields, f.Name)
		h.releases = append(h.releases, f.Releases...)
	}
	slices.Sort(h.releases)
	h.releases = slices.Compact(h.releases)
	return h, true
}
