package ownership

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// flowsOut reports whether something made of the resource (a reader over it, an
// iterator, a closure) may live on after the function: then it must not be
// released at the function's end, although nobody else can release it.
func (w *walker) flowsOut() bool {
	seen := map[ssa.Value]bool{w.ob.value: true}
	stack := []ssa.Value{w.ob.value}
	add := func(v ssa.Value) {
		if !seen[v] {
			seen[v] = true
			stack = append(stack, v)
		}
	}
	for len(stack) > 0 {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		refs := v.Referrers()
		if refs == nil {
			continue
		}
		for _, ref := range *refs {
			switch x := ref.(type) {
			case *ssa.Return, *ssa.Send, *ssa.MapUpdate, *ssa.Go:
				return true
			case *ssa.Store:
				alloc, local := x.Addr.(*ssa.Alloc)
				if x.Val == v && !local {
					return true
				}
				if local {
					add(alloc)
				}
			case *ssa.Call:
				if keeps(&x.Call) {
					return true
				}
				if carriesOn(x.Type()) {
					add(x)
				}
			case ssa.Value:
				if carriesOn(x.Type()) {
					add(x)
				}
			}
		}
	}
	return false
}

// keeps reports whether the callee says by its name that it goes on using its
// argument, as pprof.StartCPUProfile does.
func keeps(c *ssa.CallCommon) bool {
	callee := c.StaticCallee()
	if callee == nil {
		return false
	}
	for _, verb := range [...]string{"Start", "Set", "Register", "Serve", "Redirect"} {
		if strings.HasPrefix(callee.Name(), verb) {
			return true
		}
	}
	return false
}

// carriesOn reports whether a value of type t made of a resource may depend on
// it: numbers, strings, bytes and errors do not.
func carriesOn(t types.Type) bool {
	if typeIsError(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Slice:
		return carriesOn(u.Elem())
	case *types.Tuple:
		for v := range u.Variables() {
			if carriesOn(v.Type()) {
				return true
			}
		}
		return false
	}
	return true
}
