package errpath

import (
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A state is where a path stands and what it knows.
type state struct {
	block, prev *ssa.BasicBlock
	next        int // the instruction to execute in block

	errs  map[ssa.Value]bool      // values that are the error or made of it
	env   map[ssa.Value]ssa.Value // merges and loads: what they are on this path
	mem   map[ssa.Value]ssa.Value // local variables: what they hold
	nils  map[ssa.Value]bool      // values compared with nil: whether they are
	conds map[ssa.Value]bool      // conditions: what they are

	region *ssa.BasicBlock // entry of the branch that found the error, while in it
	test   *ssa.If         // the branch that found the error
	flags
	answer int // status answered so far; 0: none
}

// flags is what a path has gone through.
type flags struct {
	logged   bool // a log line was written for the failure
	quiet    bool // the log line says debug, info or warning
	sentinel bool // the error was found not to be one of the known ones
	looped   bool // the loop around the call went on
	touched  bool // something was made of the error
}

func (s *state) clone() state {
	c := *s
	c.errs, c.env, c.mem, c.nils, c.conds = maps.Clone(s.errs), maps.Clone(s.env), maps.Clone(s.mem), maps.Clone(s.nils), maps.Clone(s.conds)
	return c
}

// value resolves what v is on this path.
func (s *state) value(v ssa.Value) ssa.Value {
	if r, ok := s.env[v]; ok {
		return r
	}
	switch x := v.(type) {
	case *ssa.ChangeInterface:
		return s.value(x.X)
	case *ssa.ChangeType:
		return s.value(x.X)
	}
	return v
}

// isErr reports whether v is the error, or made of it.
func (s *state) isErr(v ssa.Value) bool { return s.errs[v] || s.errs[s.value(v)] }

func set[K comparable, V any](m *map[K]V, k K, v V) {
	if *m == nil {
		*m = make(map[K]V)
	}
	(*m)[k] = v
}

// recall lets a local variable hold what a condition on the way to a block has
// compared, if nothing sets the variable in between.
func (s *state) recall(v ssa.Value, to *ssa.BasicBlock) {
	u, ok := v.(*ssa.UnOp)
	if !ok || u.Op != token.MUL {
		return
	}
	local, ok := u.X.(*ssa.Alloc)
	if !ok || !plainVariable(local) {
		return
	}
	for _, r := range *local.Referrers() {
		set, ok := r.(*ssa.Store)
		if !ok || set.Block() == u.Block() && indexOf(set) < indexOf(u) {
			continue
		}
		if leads(u.Block(), set.Block()) && (set.Block() == to || leads(set.Block(), to)) {
			return
		}
	}
	if _, ok := s.mem[local]; !ok {
		set(&s.mem, ssa.Value(local), v)
	}
}

// leads reports whether a path goes from one block to another one, or around
// to itself.
func leads(from, to *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	work := slices.Clone(from.Succs)
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		if b == to {
			return true
		}
		if !seen[b] {
			seen[b] = true
			work = append(work, b.Succs...)
		}
	}
	return false
}

// isNil says whether v is nil on this path, if that is known.
func (s *state) isNil(v ssa.Value) (isNil, known bool) {
	v = s.value(v)
	if c, ok := v.(*ssa.Const); ok {
		return c.IsNil(), c.IsNil()
	}
	if isNil, known = s.nils[v]; known {
		return isNil, true
	}
	if phi, ok := v.(*ssa.Phi); ok && nilOnAll(phi, 0) {
		return true, true
	}
	return false, false
}

// nilOnAll reports whether a merge takes nil on each of its edges: the constant,
// or a value that was compared on the way.
func nilOnAll(phi *ssa.Phi, depth int) bool {
	for i, e := range phi.Edges {
		if e == ssa.Value(phi) {
			continue
		}
		if c, ok := e.(*ssa.Const); ok && c.IsNil() || nilAt(e, phi.Block().Preds[i], phi.Block()) {
			continue
		}
		if p, ok := e.(*ssa.Phi); !ok || depth > 2 || !nilOnAll(p, depth+1) {
			return false
		}
	}
	return true
}

// nilAt reports whether v was found to be nil on every way to the end of b that
// goes on to next.
func nilAt(v ssa.Value, b, next *ssa.BasicBlock) bool {
	for d := b; d != nil; next, d = d, d.Idom() {
		branch, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cmp, ok := branch.Cond.(*ssa.BinOp)
		if !ok || comparedToNil(cmp) != v {
			continue
		}
		nilSide := d.Succs[0]
		if cmp.Op == token.NEQ {
			nilSide = d.Succs[1]
		}
		if nilSide == next && d.Succs[0] != d.Succs[1] && (d == b || len(next.Preds) == 1) {
			return true
		}
	}
	return false
}

// forget drops what was known of a value that is computed again.
func (s *state) forget(v ssa.Value) {
	delete(s.nils, v)
	delete(s.conds, v)
	delete(s.env, v)
}

// load notes what a read of a local variable yields.
func (s *state) load(u *ssa.UnOp) {
	if u.Op != token.MUL {
		return
	}
	if v, ok := s.mem[u.X]; ok {
		set(&s.env, ssa.Value(u), v)
	}
}
