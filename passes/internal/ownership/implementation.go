package ownership

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// onlyImplementation returns the method behind a call of an interface of this
// package that one type of this package implements, and no other: an interface
// that is there for mocks, as generators of clients write it. It is nil for other
// calls.
func (e *engine) onlyImplementation(c *ssa.CallCommon) *ssa.Function {
	if !c.IsInvoke() || c.Method.Pkg() != e.Pkg {
		return nil
	}
	named, ok := types.Unalias(c.Value.Type()).(*types.Named)
	if !ok || named.Obj().Pkg() != e.Pkg || named.TypeParams().Len() > 0 {
		return nil
	}
	impl, seen := e.implementations[named.Obj()]
	if !seen {
		impl = e.implementation(named)
		e.implementations[named.Obj()] = impl
	}
	if impl == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(impl, true, e.Pkg, c.Method.Name())
	fn, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	return e.declared[fn]
}

// implementation returns the only type of the package that implements an
// interface, as a pointer where its methods need one.
func (e *engine) implementation(iface *types.Named) types.Type {
	it, ok := iface.Underlying().(*types.Interface)
	if !ok || it.NumMethods() == 0 {
		return nil
	}
	var only types.Type
	scope := e.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		t := types.NewPointer(tn.Type())
		if named, ok := tn.Type().(*types.Named); !ok || named.TypeParams().Len() > 0 || !types.Implements(t, it) {
			continue
		}
		if only != nil {
			return nil
		}
		only = t
	}
	return only
}
