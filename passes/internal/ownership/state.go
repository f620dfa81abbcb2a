package ownership

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A cell is a variable in memory: a whole Alloc (field -1) or one field of a
// local or parameter struct.
type cell struct {
	base  ssa.Value
	field int
}

// A fact is a condition over canonical values. Equality with nil, true and
// constants uses token.EQL; the constant is y.
type fact struct {
	op   token.Token
	x, y ssa.Value
}

// A deferred is one executed defer statement with its evaluated operands.
type deferred struct {
	call *ssa.Defer
	fn   ssa.Value   // canonical callee
	args []ssa.Value // canonical arguments
}

func (d deferred) equal(e deferred) bool {
	return d.call == e.call && d.fn == e.fn && slices.Equal(d.args, e.args)
}

// A step of the trail is one branch taken while the obligation was open.
type step struct {
	prev  *step
	at    *ssa.If
	truth bool
}

// A state is what one path knows. rep maps phis, loads, free variables and
// inlined parameters to the canonical value they denote on this path; a value
// without an entry denotes itself.
type state struct {
	status status
	rep    table[ssa.Value, ssa.Value]
	cells  table[cell, ssa.Value]
	held   table[ssa.Value, bool] // values that hold the resource: see walker.holders
	known  table[fact, bool]
	taken  ssa.Value // error result of a call that took the resource unless it failed
	lost   bool      // the latest owner is a struct that cannot release it
	maybe  bool      // a method of its owner ran that releases it on some path
	ahead  bool      // a release by place was deferred before the acquisition
	defers []deferred
	trail  *step // explanation only: not part of equality
}

func newState(st status) *state { return &state{status: st} }

func (s *state) clone() *state {
	t := *s
	t.rep, t.cells = s.rep.clone(), s.cells.clone()
	t.held, t.known = s.held.clone(), s.known.clone()
	t.defers = slices.Clone(s.defers)
	return &t
}

func (s *state) equal(t *state) bool {
	return s.status == t.status && s.taken == t.taken && s.lost == t.lost && s.maybe == t.maybe && s.ahead == t.ahead &&
		s.rep.equal(&t.rep) && s.cells.equal(&t.cells) && s.held.equal(&t.held) && s.known.equal(&t.known) &&
		slices.EqualFunc(s.defers, t.defers, deferred.equal)
}

// forget drops what was known of v: its defining instruction runs again.
func (s *state) forget(v ssa.Value) {
	s.rep.del(v)
	s.held.del(v)
	s.known.delIf(func(f fact, _ bool) bool { return f.x == v || f.y == v })
}

// mentions reports whether a fact about v is known.
func (s *state) mentions(v ssa.Value) bool {
	for f := range s.known.m {
		if f.x == v || f.y == v {
			return true
		}
	}
	return false
}

// leave drops everything that belongs to an inlined function.
func (s *state) leave(fn *ssa.Function) {
	s.rep.delIf(func(k, _ ssa.Value) bool { return k.Parent() == fn })
	s.cells.delIf(func(c cell, _ ssa.Value) bool { return c.base.Parent() == fn })
	s.known.delIf(func(f fact, _ bool) bool { return f.x.Parent() == fn })
	s.held.delIf(func(v ssa.Value, _ bool) bool { return v.Parent() == fn })
	s.defers = slices.DeleteFunc(s.defers, func(d deferred) bool { return d.call.Parent() == fn })
}

// collect drops knowledge about values that no block reachable from b uses,
// so that paths which differ only in the past merge. With byPlace, a field that is
// read once more uses what was known of it.
func (s *state) collect(r *reach, b *ssa.BasicBlock, byPlace bool) {
	if len(s.known.m)+len(s.rep.m)+len(s.cells.m)+len(s.held.m) == 0 {
		return
	}
	s.cells.delIf(func(c cell, _ ssa.Value) bool { return !r.live(c.base, b) })
	s.rep.delIf(func(k, _ ssa.Value) bool { return !r.live(k, b) })
	held := make(map[ssa.Value]bool, len(s.rep.m)+len(s.cells.m))
	for _, v := range s.rep.m {
		held[v] = true
	}
	for _, v := range s.cells.m {
		held[v] = true
	}
	s.known.delIf(func(f fact, _ bool) bool {
		used := held[f.x] || r.live(f.x, b) || byPlace && r.readAgain(f.x, b)
		return !used
	})
	s.held.delIf(func(v ssa.Value, _ bool) bool { return !held[v] && !r.live(v, b) })
}
