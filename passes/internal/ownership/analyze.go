package ownership

import (
	"fmt"
	"go/types"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// maxBlocks bounds the functions that are walked: beyond it (generated
// tables and parsers) liveness alone would cost more than the answer is worth.
const maxBlocks = 4000

// An Input is one package to analyse.
type Input struct {
	Pkg    *types.Package
	Funcs  []*ssa.Function // source functions and their literals, in source order
	Table  *resource.Table
	Import Importer
	// ImportOwner may be nil: then no struct of another package is an owner.
	ImportOwner OwnerImporter
	// Analysed reports whether the summaries of another package are known.
	Analysed func(*types.Package) bool
	// Version is the Go language version of the package ("go1.22").
	Version string
}

// A Result is what the engine found in one package.
type Result struct {
	Leaks     []Leak                   // in source order of their sites
	Summaries map[*types.Func]*Summary // of declared functions; absent if empty
	Owners    map[*types.TypeName]*Owner
	Stats     Stats
	Crashes   []Crash
	OneShot   func(*ssa.Function) bool // runs once in the life of the process, or in a test
}

// A Crash is a function on which the engine itself failed.
type Crash struct {
	Func *ssa.Function
	Err  error
}

type engine struct {
	Input
	table    *resource.Table
	sums     map[*types.Func]*Summary
	oneShot  func() map[*ssa.Function]bool // run once in the life of the process; most packages never ask
	guarded  map[*ssa.Function]bool        // memo of doneOnce
	reaches  map[*ssa.Function]*reach
	privates map[ssa.Value]bool
	literals map[*ssa.Function][]*ssa.Function // of each declared function
	result   *Result

	fieldUses  map[fieldRef]*fieldUse
	releasing  map[*ssa.Function]map[fieldRef]bool // fields that a function releases
	ownerCache map[*types.TypeName]*Owner
	releasable map[types.Type][]string // memo of allReleases

	declared        map[*types.Func]*ssa.Function
	implementations map[*types.TypeName]types.Type // memo of implementation
}

// Analyze summarises every function of the package, callees first, and
// returns the obligations that some path leaves open.
func Analyze(in Input) *Result {
	e := &engine{
		Input:      in,
		table:      in.Table,
		sums:       make(map[*types.Func]*Summary),
		literals:   make(map[*ssa.Function][]*ssa.Function),
		releasable: make(map[types.Type][]string),
		declared:   make(map[*types.Func]*ssa.Function),
		result:     &Result{Summaries: make(map[*types.Func]*Summary)},

		implementations: make(map[*types.TypeName]types.Type),
		guarded:         make(map[*ssa.Function]bool),
	}
	var roots []*ssa.Function
	for _, fn := range in.Funcs {
		root := outermost(fn)
		if root == fn {
			roots = append(roots, fn)
			e.seed(fn)
		} else {
			e.literals[root] = append(e.literals[root], fn)
		}
	}
	e.oneShot = sync.OnceValue(func() map[*ssa.Function]bool {
		return oneShots(roots, e.literals, func(f *ssa.Function) bool { return isEntry(f) || hasCommandParam(f.Signature, e.table) })
	})
	e.result.OneShot = e.once
	groups := components(roots, e.callees)
	e.owners(roots, groups)
	e.ownerCache = e.ownerTypes()
	e.result.Owners = e.ownerCache
	for _, group := range groups {
		e.solve(group)
	}
	for _, fn := range roots {
		if obj := object(fn); obj != nil && !e.sums[obj].Empty() {
			e.result.Summaries[obj] = e.sums[obj]
		}
	}
	slices.SortStableFunc(e.result.Leaks, func(a, b Leak) int { return int(a.Site.Pos()) - int(b.Site.Pos()) })
	return e.result
}

// seed marks fn as analysed, so that a recursive call finds a summary.
func (e *engine) seed(fn *ssa.Function) {
	if obj := object(fn); obj != nil && fn.Blocks != nil {
		e.sums[obj] = new(Summary)
		e.declared[obj] = fn
	}
}

// solve brings one strongly connected component to a fixed point. The rounds
// are bounded: a summary that keeps changing is a lattice of two booleans per
// parameter, so more rounds than this do not occur.
func (e *engine) solve(group []*ssa.Function) {
	const maxRounds = 4
	var leaks []Leak
	for range maxRounds {
		leaks = leaks[:0]
		changed := false
		for _, fn := range group {
			sum, found := e.function(fn)
			leaks = append(leaks, found...)
			if obj := object(fn); obj != nil && sum != nil {
				changed = changed || !sum.equal(e.sums[obj])
				e.sums[obj] = sum
			}
		}
		if len(group) == 1 && !e.recursive(group[0]) || !changed {
			break
		}
	}
	e.result.Leaks = append(e.result.Leaks, leaks...)
}

func (e *engine) recursive(fn *ssa.Function) bool { return slices.Contains(e.callees(fn), fn) }

func (s *Summary) equal(t *Summary) bool {
	return s.NoReturn == t.NoReturn && reflect.DeepEqual(s.Params, t.Params) && reflect.DeepEqual(s.Results, t.Results)
}

// function analyses one declared function with its literals. A panic of the
// engine loses this function only.
func (e *engine) function(fn *ssa.Function) (sum *Summary, leaks []Leak) {
	defer func() {
		if r := recover(); r != nil {
			e.result.Crashes = append(e.result.Crashes, Crash{fn, fmt.Errorf("%v", r)})
			sum, leaks = nil, nil
		}
	}()
	if fn.Blocks == nil {
		return nil, nil
	}
	if len(fn.Blocks) > maxBlocks {
		e.result.Stats.Dropped++
		return nil, nil
	}
	e.reaches = make(map[*ssa.Function]*reach)
	e.privates = make(map[ssa.Value]bool)
	e.result.Stats.Functions++
	sum, leaks = e.summarize(fn)
	for _, lit := range e.literals[fn] {
		if len(lit.Blocks) <= maxBlocks {
			_, found := e.sites(lit)
			leaks = append(leaks, found...)
		}
	}
	return sum, leaks
}

func (e *engine) reachOf(fn *ssa.Function) *reach {
	r := e.reaches[fn]
	if r == nil {
		r = newReach(fn)
		e.reaches[fn] = r
	}
	return r
}

// summary returns what is known of a callee.
func (e *engine) summary(fn *ssa.Function) (*Summary, bool) {
	obj := object(fn)
	if obj == nil {
		return nil, false
	}
	if obj.Pkg() == e.Pkg {
		s := e.sums[obj]
		return s, s != nil
	}
	return e.Import(obj)
}

// effects reports whether fn is known to do more than borrow.
func (e *engine) effects(fn *ssa.Function) bool {
	s, known := e.summary(fn)
	return known && len(s.Params) > 0
}

// noReturn reports whether the path ends in this call.
func (e *engine) noReturn(c *ssa.CallCommon) bool {
	if c.IsInvoke() {
		return e.table.NoReturn(c.Method)
	}
	callee := c.StaticCallee()
	if callee == nil {
		return false
	}
	if obj := object(callee); obj != nil && e.table.NoReturn(obj) {
		return true
	}
	s, known := e.summary(callee)
	return known && s.NoReturn
}

// object returns the declared function behind fn, generic origin included.
func object(fn *ssa.Function) *types.Func {
	if obj, ok := fn.Object().(*types.Func); ok {
		return obj.Origin()
	}
	return nil
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}
