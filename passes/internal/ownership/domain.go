package ownership

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

// status is what a path knows about the obligation.
type status uint8

const (
	before      status = iota // not acquired yet
	pending                   // acquired, companion not tested
	open                      // acquired for certain
	released                  // discharged by a release call, now or deferred
	exhausted                 // released itself when its iterator ended
	transferred               // moved to an owner outside this function's view
	returned                  // moved to the caller
	void                      // the acquisition failed: nothing is owed
)

// owed reports whether an exit in this status leaks.
func (s status) owed() bool { return s == pending || s == open }

// settled reports whether the walk of a path can stop.
func (s status) settled() bool { return s >= released }

// An obligation is what one walk follows.
type obligation struct {
	kind      *resource.Kind      // nil for a parameter of interface type
	site      ssa.CallInstruction // nil for a parameter
	value     ssa.Value           // the resource; the call itself if its result is discarded
	companion ssa.Value           // error or bool result of site, or nil
	releases  []string
	exhausts  []string
	fields    []string // fields of the value that stand for it
}

// A Reason says why an obligation is still open.
type Reason uint8

const (
	// Never: no path releases it.
	Never Reason = iota
	// Fails: it stays open on the path where a call returned an error.
	Fails
	// Early: it stays open on a return that other paths avoid.
	Early
	// Reacquired: a loop acquires the next one while it is still open.
	Reacquired
	// Lost: it is stored in a struct that nobody can release it from.
	Lost
	// Deferred: it is released, but by a defer in a loop, so at the end of the
	// function and not of the iteration.
	Deferred
)

// A Leak is an obligation that some path leaves open.
type Leak struct {
	Kind   *resource.Kind
	Site   ssa.CallInstruction // the acquisition
	Result int                 // index of the acquired result, -1 if an argument was acquired
	Owner  types.Type          // the struct type that holds the resource, or nil
	Method string              // for an Owner: the method that releases it
	Exit   ssa.Instruction     // where the path leaves it open
	Branch *ssa.If             // the last branch before Exit, or nil
	Lent   *ssa.Call           // a call of a declared function that got it and left it open, or nil
	Reason Reason
	Failed *ssa.Call         // for Fails: the call that failed
	Exits  []ssa.Instruction // all places where a path leaves it open, in source order
	Moved  bool              // another path hands the resource on, so a deferred release would be wrong
	Flows  bool              // something made of it may outlive the function, likewise
	InLoop bool              // the acquisition can run many times in one call
}

// A ParamEffect says what a function does with one parameter that can carry
// an obligation. A parameter with no effect is borrowed.
type ParamEffect struct {
	Param   int  // index in ssa.Function.Params: the receiver is 0
	Every   bool // every returning path releases it
	Some    bool // some path releases it explicitly
	Stores  bool // some path hands it to an unknown owner
	Returns int  // index of the result that is the parameter itself, or -1
	Held    int  // index of the result that holds the parameter, or -1
	// Releases are the methods of that result which release it, sorted.
	Releases []string
	// Spares says that a call which returns an error has left the parameter
	// alone, whatever it does with it otherwise.
	Spares bool
}

// An OwnedResult says that the caller owns a result.
type OwnedResult struct {
	Result int
	Kind   string // name of the resource kind
	// Releases and Fields replace those of the kind where the result is a
	// struct that holds the resource.
	Releases []string
	Fields   []string
	// Optional says that the function may succeed and still give nothing.
	Optional bool
	// Skips says that a bool beside it is true then, not false.
	Skips bool
}

// A Summary is what other functions may rely on.
type Summary struct {
	Params   []ParamEffect
	Results  []OwnedResult
	NoReturn bool // no path returns
}

// Empty reports whether the summary says nothing beyond the default.
func (s *Summary) Empty() bool {
	return s == nil || len(s.Params) == 0 && len(s.Results) == 0 && !s.NoReturn
}

func (s *Summary) param(i int) (ParamEffect, bool) {
	for _, p := range s.Params {
		if p.Param == i {
			return p, true
		}
	}
	return ParamEffect{Returns: -1, Held: -1}, false
}

// Stats counts what the engine did, so that tests can hold its growth.
type Stats struct {
	Functions int // functions looked at
	Sites     int // obligations walked
	Steps     int // instructions executed over all walks
	Dropped   int // obligations, and functions, given up because a bound was hit
}

// An Importer returns the summary of a function of another package. known is
// false if that package was not analysed, so nothing can be relied on.
type Importer func(*types.Func) (sum *Summary, known bool)

// An OwnerImporter returns what another package says of a struct type, or nil.
type OwnerImporter func(*types.TypeName) *Owner
