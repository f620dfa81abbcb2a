package iterate

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// An alias set is the values of one function that are the iterator.
type aliases struct {
	vals    map[ssa.Value]bool
	cells   map[ssa.Value]bool // addresses of local variables and fields that hold it
	escapes bool               // somebody else may ask it
}

// aliasesOf collects the aliases of root, a value, or of what the variable at
// root holds if cell.
func aliasesOf(root ssa.Value, cell bool) *aliases {
	a := &aliases{vals: make(map[ssa.Value]bool), cells: make(map[ssa.Value]bool)}
	if cell {
		a.addCell(root)
	} else {
		a.add(root)
	}
	return a
}

func (a *aliases) add(v ssa.Value) {
	if a.vals[v] || v.Referrers() == nil {
		return
	}
	a.vals[v] = true
	for _, ref := range *v.Referrers() {
		a.use(v, ref)
	}
}

// use judges one use of the iterator v.
func (a *aliases) use(v ssa.Value, ref ssa.Instruction) {
	switch ref := ref.(type) {
	case *ssa.MakeInterface:
		a.add(ref)
	case *ssa.ChangeInterface:
		a.add(ref)
	case *ssa.ChangeType:
		a.add(ref)
	case *ssa.Phi:
		a.add(ref)
	case *ssa.TypeAssert:
		a.add(ref)
	case *ssa.Extract:
		if Is(ref.Type()) {
			a.add(ref)
		}
	case *ssa.FieldAddr: // an embedded iterator: its methods are those of v
		if Is(ref.Type()) {
			a.add(ref)
		} else {
			a.addCell(ref)
		}
	case *ssa.Store:
		if ref.Val == v {
			a.stored(ref)
		}
	case *ssa.Call, *ssa.Defer, *ssa.Go, *ssa.BinOp, *ssa.If, *ssa.UnOp, *ssa.DebugRef:
	case *ssa.MakeClosure: // a bound method
		a.escapes = true
	default:
		a.escapes = true // returned, sent, kept in a map
	}
}

// stored follows the iterator into a local variable; anywhere else it escapes.
func (a *aliases) stored(s *ssa.Store) {
	base := s.Addr
	if f, ok := base.(*ssa.FieldAddr); ok {
		base = f.X
	}
	local, ok := base.(*ssa.Alloc)
	if !ok || !onlyHere(local) {
		a.escapes = true
		return
	}
	if f, isField := s.Addr.(*ssa.FieldAddr); isField {
		for _, ref := range *local.Referrers() {
			if g, ok := ref.(*ssa.FieldAddr); ok && g.Field == f.Field {
				a.addCell(g)
			}
		}
		return
	}
	if setOnce(local) {
		a.addCell(local)
		return
	}
	a.escapes = true // several iterators share the variable
}

// onlyHere reports whether a local struct or variable stays in its function and
// the literals of it: it is read, set, closed over, and not handed on.
func onlyHere(a *ssa.Alloc) bool {
	for _, ref := range *a.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp, *ssa.FieldAddr, *ssa.MakeClosure, *ssa.DebugRef:
			if u, ok := ref.(*ssa.UnOp); ok {
				if _, isStruct := u.Type().Underlying().(interface{ NumFields() int }); isStruct {
					return false // the struct is copied
				}
			}
		case *ssa.Store:
			if ref.Addr != ssa.Value(a) {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// setOnce reports whether a variable is given one value only, nil apart.
func setOnce(a *ssa.Alloc) bool {
	n := 0
	for _, ref := range *a.Referrers() {
		if s, ok := ref.(*ssa.Store); ok {
			if c, isConst := s.Val.(*ssa.Const); !isConst || !c.IsNil() {
				n++
			}
		}
	}
	return n == 1
}

// addCell adds an address that holds the iterator: what is read from it is an
// alias.
func (a *aliases) addCell(addr ssa.Value) {
	if a.cells[addr] || addr.Referrers() == nil {
		return
	}
	a.cells[addr] = true
	for _, ref := range *addr.Referrers() {
		if u, ok := ref.(*ssa.UnOp); ok && u.Op == token.MUL && Is(u.Type()) {
			a.add(u)
		}
	}
}
