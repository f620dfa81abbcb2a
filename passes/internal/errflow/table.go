package errflow

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"go/types"
	"sync"

	"github.com/prodvet/prodvet/passes/internal/conf"
)

//go:embed effects.json
var compiled []byte

// A Table is the roots: functions whose effect is known, by FullName.
type Table struct {
	effects map[string]Effect
}

// Library returns the built-in table with the rows of the configuration file,
// built once. It is read from effects.json,
// which a test makes of effects.yaml: parsing YAML would cost every process of a
// vet tool, one per package, more than most analyses.
var Library = sync.OnceValues(func() (*Table, error) {
	var rows []row
	if err := json.Unmarshal(compiled, &rows); err != nil {
		return nil, fmt.Errorf("effects.json: %w; go test ./passes/internal/errflow -update makes it anew", err)
	}
	t, err := build("effects.yaml", rows)
	if err != nil {
		return nil, err
	}
	for _, r := range conf.Current().Effects { // the file has the last word
		t.effects[r.Func], _ = parseEffect(r.Effect)
	}
	return t, nil
})

type row struct {
	Package string   `yaml:"package"`
	Effect  string   `yaml:"effect"`
	Funcs   []string `yaml:"funcs" json:",omitempty"`
	Methods []struct {
		Types []string `yaml:"types"`
		Names []string `yaml:"names"`
	} `yaml:"methods" json:",omitempty"`
}

// build makes the table of the rows of the file name.
func build(name string, rows []row) (*Table, error) {
	t := &Table{effects: make(map[string]Effect)}
	for _, r := range rows {
		e, ok := parseEffect(r.Effect)
		if !ok {
			return nil, fmt.Errorf("%s: package %s: effect %q: write read, write or remote, separated by spaces, or none", name, r.Package, r.Effect)
		}
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
	e, ok := t.effects[fn.FullName()]
	return e, ok
}
