package ownership

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// releasesBy reports whether a method of that name releases the resource or
// something that may hold it.
func (w *walker) releasesBy(method string) bool {
	return slices.Contains(w.ob.releases, method) || len(w.holders) > 0 && w.eng.table.Releasing(method)
}

// mayRelease reports whether fn or a literal in it calls a method with the
// name of a release.
func (w *walker) mayRelease(fn *ssa.Function, depth int) bool {
	if f := fn.Object(); f != nil && w.releasesBy(f.Name()) {
		return true // a method value
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			c := call.Common()
			if c.IsInvoke() && w.releasesBy(c.Method.Name()) {
				return true
			}
			f := c.StaticCallee()
			if f != nil && (w.releasesBy(f.Name()) || w.eng.effects(f) || len(w.eng.releasing[f]) > 0) {
				return true
			}
			if f == nil && !c.IsInvoke() && slices.Contains(w.ob.releases, resource.Call) {
				return true
			}
		}
	}
	if depth > 0 {
		for _, anon := range fn.AnonFuncs {
			if w.mayRelease(anon, depth-1) {
				return true
			}
		}
	}
	return false
}

// canOwn reports whether an unknown callee with a parameter of type t could
// take the obligation over. Functions of the standard library that take any
// value only look at it.
func (w *walker) canOwn(t types.Type, callee *ssa.Function) bool {
	if t == nil {
		return true
	}
	if i, ok := t.Underlying().(*types.Interface); ok && i.NumMethods() == 0 {
		return callee == nil || !isStd(callee)
	}
	if _, fn := t.Underlying().(*types.Signature); fn && slices.Contains(w.ob.releases, resource.Call) {
		return true
	}
	if len(w.ob.fields) > 0 && pointsToStruct(t) {
		return true // whoever gets a struct gets its fields
	}
	names := w.eng.allReleases(t)
	return slices.ContainsFunc(names, w.releasesBy)
}

func isStd(fn *ssa.Function) bool {
	obj := object(fn)
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	first, _, _ := strings.Cut(obj.Pkg().Path(), "/")
	return stdRoots[first]
}

// stdRoots are the first elements of the import paths of the standard library: a
// module of its user may have a path without a dot as well.
var stdRoots = func() map[string]bool {
	set := make(map[string]bool)
	for _, root := range strings.Fields(`archive bufio bytes cmp compress container context crypto database
		debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime
		net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text
		time unicode unique unsafe vendor weak`) {
		set[root] = true
	}
	return set
}()

// paramType returns the static type of the i-th SSA argument's parameter.
func paramType(c *ssa.CallCommon, i int) types.Type {
	return parameterAt(c.Signature(), !c.IsInvoke(), i)
}

// declaredType returns the type of the i-th SSA parameter as fn declares it:
// for an instance of a generic function that may be a type parameter.
func declaredType(fn *ssa.Function, i int) types.Type {
	obj := object(fn)
	if obj == nil {
		return nil
	}
	return parameterAt(obj.Signature(), true, i)
}

// parameterAt returns the type of the i-th parameter, or nil; withReceiver says
// that a receiver counts as the first.
func parameterAt(sig *types.Signature, withReceiver bool, i int) types.Type {
	if recv := sig.Recv(); withReceiver && recv != nil {
		if i == 0 {
			return recv.Type()
		}
		i--
	}
	if i < sig.Params().Len() {
		return sig.Params().At(i).Type()
	}
	return nil
}

// lentToVariadic reports whether addr is a slot of the argument slice of a
// call that only looks at its arguments, such as fmt.Println(rows).
func (w *walker) lentToVariadic(addr ssa.Value) bool {
	ia, ok := addr.(*ssa.IndexAddr)
	if !ok {
		return false
	}
	alloc, ok := ia.X.(*ssa.Alloc)
	if !ok || alloc.Comment != "varargs" {
		return false
	}
	for _, ref := range *alloc.Referrers() {
		slice, ok := ref.(*ssa.Slice)
		if !ok {
			continue
		}
		for _, use := range *slice.Referrers() {
			call, ok := use.(ssa.CallInstruction)
			if !ok || call.Common().StaticCallee() == nil || !isStd(call.Common().StaticCallee()) || w.installs(call) {
				return false
			}
		}
		return true
	}
	return false
}

// installs reports whether what a call makes of its arguments is kept for good: by
// a variable of a package, or by a function that takes it over, such as
// log.SetOutput(io.MultiWriter(os.Stdout, f)).
func (w *walker) installs(call ssa.CallInstruction) bool {
	made, ok := call.(*ssa.Call)
	if !ok {
		return false
	}
	return slices.ContainsFunc(*made.Referrers(), func(ref ssa.Instruction) bool {
		switch ref := ref.(type) {
		case *ssa.Store:
			_, global := ref.Addr.(*ssa.Global)
			return global && ref.Val == ssa.Value(made)
		case ssa.CallInstruction:
			fn := ref.Common().StaticCallee()
			return fn != nil && object(fn) != nil && w.eng.table.Takes(object(fn))
		}
		return false
	})
}

// pointsToStruct reports whether t is a pointer to a struct type.
func pointsToStruct(t types.Type) bool {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return false
	}
	_, ok = p.Elem().Underlying().(*types.Struct)
	return ok
}
