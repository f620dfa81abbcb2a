package resource

import (
	"go/types"
	"slices"
)

// A Table answers questions about resource kinds by symbol and type.
type Table struct {
	kinds        []*Kind
	byType       map[string]*Kind
	acquires     map[string]Site
	acquireNames map[string][]*Kind
	releases     map[string]bool
	noReturn     map[string]bool
	commands     map[string]bool
}

// A Site says what one acquiring call hands out.
type Site struct {
	Kind   *Kind
	Result int
	Error  int // index of the companion error result, or -1
}

func newTable() *Table {
	return &Table{
		byType:       make(map[string]*Kind),
		acquires:     make(map[string]Site),
		acquireNames: make(map[string][]*Kind),
		releases:     make(map[string]bool),
		noReturn:     make(map[string]bool),
		commands:     make(map[string]bool),
	}
}

// Kinds returns all kinds in the order of the library.
func (t *Table) Kinds() []*Kind { return t.kinds }

// KindOf returns the kind whose static type is typ, or nil.
func (t *Table) KindOf(typ types.Type) *Kind {
	typ = types.Unalias(typ)
	elem := typ
	if p, ok := typ.(*types.Pointer); ok {
		elem = types.Unalias(p.Elem())
	}
	if _, ok := elem.(*types.Named); !ok {
		return nil // only named types are in the table; spare the printing
	}
	return t.byType[types.TypeString(typ, nil)]
}

// ByName returns the kind with that name, or nil.
func (t *Table) ByName(name string) *Kind {
	i := slices.IndexFunc(t.kinds, func(k *Kind) bool { return k.Name == name })
	if i < 0 {
		return nil
	}
	return t.kinds[i]
}

// Acquires reports what a call of fn hands out. An interface method counts
// if a listed function has its name and its result type: a project's Querier
// interface is implemented by the listed types.
func (t *Table) Acquires(fn *types.Func) (Site, bool) {
	if s, ok := t.acquires[fn.FullName()]; ok {
		return s, true
	}
	sig := fn.Signature()
	if sig.Recv() == nil || !types.IsInterface(sig.Recv().Type()) {
		return Site{}, false
	}
	for _, k := range t.acquireNames[fn.Name()] {
		for i := range sig.Results().Len() {
			if t.KindOf(sig.Results().At(i).Type()) == k {
				return Site{Kind: k, Result: i, Error: Companion(sig)}, true
			}
		}
	}
	return Site{}, false
}

// Companion returns the index of the last result if it is an error, else -1.
func Companion(sig *types.Signature) int {
	last := sig.Results().Len() - 1
	if last >= 0 && types.Identical(sig.Results().At(last).Type(), types.Universe.Lookup("error").Type()) {
		return last
	}
	return -1
}

// NoReturn reports whether a call of fn ends the path by table.
func (t *Table) NoReturn(fn *types.Func) bool { return t.noReturn[fn.FullName()] }

// IsCommand reports whether a parameter of type typ marks the entry point of
// a command, which runs once per process.
func (t *Table) IsCommand(typ types.Type) bool { return t.commands[types.TypeString(typ, nil)] }

// ReleaseNames returns the release methods, of all kinds, that typ has: the
// ways in which a parameter of that type could discharge an obligation.
func (t *Table) ReleaseNames(typ types.Type) []string {
	var names []string
	mset := types.NewMethodSet(typ)
	for i := range mset.Len() {
		if n := mset.At(i).Obj().Name(); t.releases[n] {
			names = append(names, n)
		}
	}
	return names
}
