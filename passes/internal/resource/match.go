package resource

import (
	"go/types"
	"slices"
	"strings"
	"unicode"
)

// A Table answers questions about resource kinds by symbol and type.
type Table struct {
	kinds        []*Kind
	user         []*Kind // of the configuration file
	byType       map[string]*Kind
	acquires     map[string][]Site
	acquireNames map[string][]*Kind
	releases     map[string]bool // by any kind
	general      map[string]bool // by any type
	noReturn     map[string]bool
	takers       map[string]bool
	commands     map[string]bool
	named        map[types.Type][]string // memo of ReleaseNames
}

// A Site says what one acquiring call hands out.
type Site struct {
	Kind   *Kind
	Result int
	Error  int // index of the companion error or bool result, or -1
	Param  int // index of the argument that is acquired, or -1
}

// lastError, as the index of a companion, is the last result if it is an error.
const lastError = -2

func newTable() *Table {
	return &Table{
		byType:       make(map[string]*Kind),
		acquires:     make(map[string][]Site),
		acquireNames: make(map[string][]*Kind),
		releases:     make(map[string]bool),
		general:      make(map[string]bool),
		takers:       make(map[string]bool),
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
func (t *Table) Acquires(fn *types.Func) []Site {
	sig := fn.Signature()
	if sites, ok := t.acquires[fn.FullName()]; ok {
		if sites[0].Error != lastError {
			return sites
		}
		out := slices.Clone(sites)
		for i := range out {
			out[i].Error = Companion(sig)
		}
		return out
	}
	if sig.Recv() == nil || !types.IsInterface(sig.Recv().Type()) {
		return nil
	}
	for _, k := range t.acquireNames[fn.Name()] {
		for i := range sig.Results().Len() {
			if t.KindOf(sig.Results().At(i).Type()) == k {
				return []Site{{Kind: k, Result: i, Error: Companion(sig), Param: -1}}
			}
		}
	}
	return nil
}

// ByType reports what a call with this signature hands out by the types of its
// results alone: a resource of a kind that says so, beside an error.
func (t *Table) ByType(sig *types.Signature) []Site {
	err := Companion(sig)
	for i := range err {
		if k := t.KindOf(sig.Results().At(i).Type()); k != nil && k.ByType {
			return []Site{{Kind: k, Result: i, Error: err, Param: -1}}
		}
	}
	return nil
}

// ByVerb returns the kind of what an interface method of that name hands out.
func (t *Table) ByVerb(method string) (*Kind, bool) {
	for _, k := range t.kinds {
		for _, v := range k.Verbs {
			if rest, ok := strings.CutPrefix(method, v); ok && (rest == "" || unicode.IsUpper(rune(rest[0]))) {
				return k, true
			}
		}
	}
	return nil, false
}

// Takes reports whether fn owns an argument that its parameter cannot release.
func (t *Table) Takes(fn *types.Func) bool { return t.takers[fn.FullName()] }

// Releasing reports whether a method of that name releases something.
func (t *Table) Releasing(method string) bool { return t.releases[method] || t.general[method] }

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

// ReleaseNames returns the release methods that typ has: the ways in which a
// parameter of that type could discharge an obligation. The table remembers
// the answer, so it serves one package at a time.
func (t *Table) ReleaseNames(typ types.Type) []string {
	if names, ok := t.named[typ]; ok {
		return names
	}
	var names []string
	mset := types.NewMethodSet(typ)
	for i := range mset.Len() {
		if n := mset.At(i).Obj().Name(); t.releases[n] {
			names = append(names, n)
		}
	}
	t.named[typ] = names
	return names
}

// ForPackage returns a table with a memory of its own for one package: types
// of different loads must not meet.
func (t *Table) ForPackage() *Table {
	own := *t
	own.named = make(map[types.Type][]string)
	return &own
}
