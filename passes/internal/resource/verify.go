package resource

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
)

// Verify checks the rows of the configuration file against the packages that
// they name, as far as find returns those: unknown functions, types and
// methods, and wrong indexes. Errors name the line and what to write.
func (t *Table) Verify(find func(path string) *types.Package) []error {
	var errs []error
	for _, k := range t.user {
		for _, a := range k.Acquire {
			if pkg := find(packageOf(a.Func)); pkg != nil {
				if err := a.verify(pkg); err != nil {
					errs = append(errs, fmt.Errorf("%s: %w", k.place, err))
				}
			}
		}
		if pkg := find(packageOf(k.Type)); pkg != nil {
			if err := k.verifyType(pkg); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", k.place, err))
			}
		}
	}
	return errs
}

// packageOf returns the import path in "(*path.T).M", "*path.T" or "path.F".
func packageOf(symbol string) string {
	s := strings.TrimLeft(symbol, "(*")
	slash := strings.LastIndex(s, "/")
	dot := strings.Index(s[slash+1:], ".")
	if dot < 0 {
		return ""
	}
	return s[:slash+1+dot]
}

func (a *Acquire) verify(pkg *types.Package) error {
	fn, near := function(pkg, a.Func)
	if fn == nil {
		return fmt.Errorf("func %q is not in package %s: write one of %s", a.Func, pkg.Path(), strings.Join(near, ", "))
	}
	sig := fn.Signature()
	if n := sig.Results().Len(); a.Param == nil && (a.Result < 0 || a.Result >= n) {
		return fmt.Errorf("result %d of %s does not exist: write a number below %d", a.Result, a.Func, n)
	}
	if a.Param != nil && (*a.Param < 0 || *a.Param > sig.Params().Len()) {
		return fmt.Errorf("param %d of %s does not exist: 0 is the receiver or the first argument", *a.Param, a.Func)
	}
	if a.Error == nil || *a.Error == -1 {
		return nil
	}
	if *a.Error < 0 || *a.Error >= sig.Results().Len() {
		return fmt.Errorf("error %d of %s does not exist: write a number below %d, or -1", *a.Error, a.Func, sig.Results().Len())
	}
	switch t := sig.Results().At(*a.Error).Type(); {
	case types.Identical(t, types.Universe.Lookup("error").Type()):
	case types.Identical(t.Underlying(), types.Typ[types.Bool]):
	default:
		return fmt.Errorf("result %d of %s is a %s: write the index of an error or a bool, or -1", *a.Error, a.Func, t)
	}
	return nil
}

// function looks a FullName up, and lists what stands beside it if it is not there.
func function(pkg *types.Package, full string) (*types.Func, []string) {
	var near []string
	scope := pkg.Scope()
	for _, name := range scope.Names() {
		switch obj := scope.Lookup(name).(type) {
		case *types.Func:
			if obj.FullName() == full {
				return obj, nil
			}
			if !strings.HasPrefix(full, "(") && obj.Exported() {
				near = append(near, obj.FullName())
			}
		case *types.TypeName:
			mset := types.NewMethodSet(types.NewPointer(obj.Type()))
			if types.IsInterface(obj.Type()) {
				mset = types.NewMethodSet(obj.Type())
			}
			for i := range mset.Len() {
				m := mset.At(i).Obj().(*types.Func)
				if m.FullName() == full {
					return m, nil
				}
				if recv, _, _ := strings.Cut(full, ")"); m.Exported() && strings.HasPrefix(m.FullName(), recv+")") {
					near = append(near, m.FullName())
				}
			}
		}
	}
	slices.Sort(near)
	return nil, near
}

func (k *Kind) verifyType(pkg *types.Package) error {
	name := k.Type[strings.LastIndex(k.Type, ".")+1:]
	obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
	if !ok {
		return fmt.Errorf("type %q is not in package %s: write a type that it declares, with * for a pointer", k.Type, pkg.Path())
	}
	typ := obj.Type()
	if strings.HasPrefix(k.Type, "*") {
		typ = types.NewPointer(typ)
	}
	if k.Field != "" {
		if f, _, _ := types.LookupFieldOrMethod(typ, true, pkg, k.Field); f == nil {
			return fmt.Errorf("%s has no field %s: write the field that holds what is released", k.Type, k.Field)
		}
		return nil
	}
	for _, r := range k.Release {
		if r == Call || strings.Contains(r, ".") {
			continue
		}
		if m, _, _ := types.LookupFieldOrMethod(typ, true, pkg, r); m == nil {
			return fmt.Errorf("%s has no method %s: write a method that releases it", k.Type, r)
		}
	}
	return nil
}
