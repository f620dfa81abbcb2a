package analyzers

import (
	"fmt"
	"slices"
	"strings"
)

// A Selection is a set of checks to run.
type Selection struct {
	On    []string // names of the enabled checks, sorted
	Notes bool     // report findings of level note too
	// Record makes the checks report directives and their uses, in categories
	// of their own: the driver makes findings of those that silenced nothing.
	Record bool
}

// Presets, usable wherever a check name is.
const (
	// Default is every check at the levels error and warning.
	Default = "default"
	// AllChecks is every check at every level.
	AllChecks = "all"
)

// Select parses a comma-separated list of checks and presets. A name with a
// leading "-" is taken out. A list that only takes out starts from Default, as
// does the empty list.
func Select(list string) (Selection, error) {
	var sel Selection
	on := make(map[string]bool)
	enable := func() {
		for _, e := range registry {
			on[e.Analyzer.Name] = true
		}
	}
	items := strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' })
	if len(items) == 0 || strings.HasPrefix(items[0], "-") {
		enable()
	}
	for _, item := range items {
		name, off := strings.CutPrefix(item, "-")
		switch item {
		case Default:
			enable()
		case AllChecks:
			enable()
			sel.Notes = true
		default:
			if _, ok := Lookup(name); !ok {
				return sel, fmt.Errorf("unknown check %q: %s", name, oneOf(name, append(names(), Default, AllChecks)))
			}
			on[name] = !off
		}
	}
	for name, ok := range on {
		if ok {
			sel.On = append(sel.On, name)
		}
	}
	slices.Sort(sel.On)
	if len(sel.On) == 0 {
		return sel, fmt.Errorf("-checks=%s leaves no check to run", list)
	}
	return sel, nil
}

func names() []string {
	var out []string
	for _, e := range registry {
		out = append(out, e.Analyzer.Name)
	}
	return out
}

// Flags returns the analyzer flags that make a vettool run the selection under
// a configuration. They hold content, never paths: the go command caches by the
// values of flags and sees no files behind them. Findings of level Note can come
// with the others where the configuration raises some notes of a check; the
// host drops them unless it asked for notes.
func (s Selection) Flags(c Config) []string {
	var out []string
	for _, e := range registry {
		name := e.Analyzer.Name
		switch {
		case !slices.Contains(s.On, name):
			out = append(out, "-"+name+"=false")
		case e.Notes() && (s.Notes || s.Record || c.raises(e)):
			out = append(out, "-"+name+".notes")
		}
	}
	if s.Record {
		out = append(out, "-ignorecheck.record")
	}
	if c.text != "" {
		out = append(out, "-ownerfacts.config="+c.text)
	}
	return out
}
