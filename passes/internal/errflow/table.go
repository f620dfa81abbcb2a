package errflow

import (
	_ "embed"
	"fmt"
	"go/types"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed effects.yaml
var effectsYAML []byte

// A Table is the roots: functions whose effect is known, by FullName.
type Table struct {
	effects map[string]Effect
}

// Library returns the built-in table, parsed once.
var Library = sync.OnceValues(func() (*Table, error) { return parse("effects.yaml", effectsYAML) })

type row struct {
	Package string   `yaml:"package"`
	Effect  string   `yaml:"effect"`
	Funcs   []string `yaml:"funcs"`
	Methods []struct {
		Types []string `yaml:"types"`
		Names []string `yaml:"names"`
	} `yaml:"methods"`
}

func parse(name string, data []byte) (*Table, error) {
	var rows []row
	if err := yaml.UnmarshalWithOptions(data, &rows, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, true))
	}
	t := &Table{effects: make(map[string]Effect)}
	for _, r := range rows {
		e, ok := parseEffect(r.Effect)
		if !ok {
			return nil, fmt.Errorf("%s: package %s: effect %q: write read, write or remote, separated by spaces", name, r.Package, r.Effect)
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
