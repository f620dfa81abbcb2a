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
