package ownership

import (
	"golang.org/x/tools/go/ssa"
)

// Bounds of one walk. An obligation that hits one is dropped and counted.
const (
	maxStates = 48     // per block
	maxSteps  = 40_000 // instructions per obligation
	maxDepth  = 3      // nested inlined closures
)

// A walker follows one obligation through one function.
type walker struct {
	eng    *engine
	fn     *ssa.Function
	ob     obligation
	result int  // index of the owned result of ob.site, -1 for the only one, or argument
	owner  bool // the resource is a struct that holds one of ob.kind
	// optional says that ob.site may succeed and give nothing; with skips, a
	// bool beside it is true then.
	optional, skips bool
	consts          map[string]ssa.Value
	steps           int
	dropped         bool
	holders         map[ssa.Value]holder   // what the held values of the states are
	places          map[placeKey]ssa.Value // canonical values of an obligation named by place
	stubs           map[ssa.Value]bool     // what callees have made of it that cannot release it
	lost            ssa.Instruction        // a store from which nobody can release it
	lent            *ssa.Call              // the first call of a declared function that borrows it
	unsure          bool                   // an exit returned it without a test of the companion
	looped          *ssa.Defer             // a defer in a loop that releases it
}

// An exit is one way in which a path ends, as far as the obligation goes.
type exit struct {
	state *state
	at    ssa.Instruction // the return, or the acquisition that comes again; nil if settled earlier
	again bool            // the acquisition was reached again while owed
	by    ssa.Instruction // what settled it, or nil
}

// siteValue returns the call value of the site, or nil.
func (w *walker) siteValue() ssa.Value {
	if w.ob.site == nil {
		return nil
	}
	return w.ob.site.Value()
}

type item struct {
	b *ssa.BasicBlock
	s *state
}

// run walks fn from entry and returns the exits of all paths.
func (w *walker) run(fn *ssa.Function, entry *state, depth int) []exit {
	r := w.eng.reachOf(fn)
	seen := make(map[*ssa.BasicBlock][]*state)
	work := []item{{fn.Blocks[0], entry}}
	var exits []exit
	for len(work) > 0 && !w.dropped {
		it := work[len(work)-1]
		work = work[:len(work)-1]
		if depth == 0 && it.s.status == before && !r.to(w.ob.site.Block())[it.b.Index] {
			continue // cannot acquire any more
		}
		if !w.admit(seen, it) {
			continue
		}
		next, ended := w.block(it, depth)
		exits = append(exits, ended...)
		work = append(work, next...)
	}
	return exits
}

// admit records a state of a block and reports whether it is new.
func (w *walker) admit(seen map[*ssa.BasicBlock][]*state, it item) bool {
	it.s.collect(w.eng.reachOf(it.b.Parent()), it.b, w.onArgument())
	for _, s := range seen[it.b] {
		if s.equal(it.s) {
			return false
		}
	}
	if len(seen[it.b]) >= maxStates {
		w.dropped = true
		return false
	}
	seen[it.b] = append(seen[it.b], it.s.clone())
	return true
}

// block executes the instructions of one block. It returns the successors to
// visit, last first, and the paths that ended here.
func (w *walker) block(it item, depth int) (next []item, ended []exit) {
	live := []*state{it.s}
	for _, instr := range it.b.Instrs {
		w.steps += len(live)
		if w.steps > maxSteps {
			w.dropped = true
			return nil, nil
		}
		var after []*state
		for _, s := range live {
			if instr == w.ob.site && s.status.owed() {
				if s.maybe || s.taken != nil {
					s.status = transferred
					ended = append(ended, exit{state: s, by: instr})
					continue
				}
				if d := w.pendingRelease(s); d != nil {
					w.looped, s.status = d, released
					ended = append(ended, exit{state: s})
					continue
				}
				ended = append(ended, exit{state: s, at: instr, again: true})
				continue
			}
			for _, t := range w.exec(s, instr, depth) {
				if t.status.settled() {
					ended = append(ended, exit{state: t, by: instr})
				} else {
					after = append(after, t)
				}
			}
		}
		live = after
	}
	for _, s := range live {
		switch last := it.b.Instrs[len(it.b.Instrs)-1].(type) {
		case *ssa.Return:
			if depth == 0 {
				w.leave(s, last)
			}
			ended = append(ended, exit{state: s, at: last})
		case *ssa.If:
			n, e := w.branch(s, last)
			next, ended = append(next, n...), append(ended, e...)
		case *ssa.Jump:
			next = append(next, w.enter(s, it.b, 0))
		}
	}
	return next, ended
}

func (w *walker) branch(s *state, br *ssa.If) (next []item, ended []exit) {
	for i, truth := range []bool{true, false} {
		t := s.clone()
		if !w.assume(t, br.Cond, truth) {
			continue
		}
		if t.status.settled() {
			ended = append(ended, exit{state: t})
			continue
		}
		if t.status.owed() {
			t.trail = &step{t.trail, br, truth}
		}
		next = append(next, w.enter(t, br.Block(), i))
	}
	return next, ended
}
