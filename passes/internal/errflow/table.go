package errflow

import (
	"fmt"
	"go/types"
	"sync"

	"github.com/prodvet/prodvet/passes/internal/conf"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Table is the roots: functions whose effect is known, by FullName.
type Table struct {
	effects  map[string]Effect
	packages map[string]bool // that have some: most functions need no full name
}

// Library returns the built-in table with the rows of the configuration file,
// built once. Its rows stand in effects.go, which a test makes of effects.yaml:
// reading text would cost every process of a vet tool, one per package, more than
// most analyses.
var Library = sync.OnceValues(func() (*Table, error) {
	t, err := build("effects.yaml", effects)
	if err != nil {
		return nil, err
	}
	for _, r := range conf.Current().Effects { // the file has the last word
		t.effects[r.Func], _ = parseEffect(r.Effect)
		t.packages[typequery.PackageOf(r.Func)] = true
	}
	return t, nil
})

type row struct {
	Package string    `yaml:"package"`
	Effect  string    `yaml:"effect"`
	Funcs   []string  `yaml:"funcs"`
	Methods []methods `yaml:"methods"`
}

type methods struct {
	Types []string `yaml:"types"`
	Names []string `yaml:"names"`
}

// build makes the table of the rows of the file name.
func build(name string, rows []row) (*Table, error) {
	t := &Table{effects: make(map[string]Effect), packages: make(map[string]bool)}
	for _, r := range rows {
		e, ok := parseEffect(r.Effect)
		if !ok {
			return nil, fmt.Errorf("%s: package %s: effect %q: write read, write or remote, separated by spaces, or none", name, r.Package, r.Effect)
		}
		t.packages[r.Package] = true
		for _, full := range r.fullNames() {
			if _, dup := t.effects[full]; dup {
				return nil, fmt.Errorf("%s: %s is listed twice", name, full)
			}
			t.effects[full] = e
		}
	}
	return t, nil
}

// fullNames spells the rows out in types.Func.FullName notation. A type with a
// leading "*" has pointer receivers.
func (r row) fullNames() []string {
	var out []string
	for _, f := range r.Funcs {
		out = append(out, r.Package+"."+f)
	}
	for _, m := range r.Methods {
		for _, typ := range m.Types {
			recv := r.Package + "." + typ
			if typ[0] == '*' {
				recv = "*" + r.Package + "." + typ[1:]
			}
			for _, n := range m.Names {
				out = append(out, "("+recv+")."+n)
			}
		}
	}
	return out
}

// Effect returns the effect of a root, and whether fn is one.
func (t *Table) Effect(fn *types.Func) (Effect, bool) {
	if fn.Pkg() == nil || !t.packages[fn.Pkg().Path()] {
		return 0, false
	}
	e, ok := t.effects[fn.FullName()]
	return e, ok
}
