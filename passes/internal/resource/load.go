package resource

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed library/*.yaml
var library embed.FS

// Library returns the built-in table, parsed once.
var Library = sync.OnceValues(func() (*Table, error) {
	entries, err := library.ReadDir("library")
	if err != nil {
		return nil, err
	}
	t := newTable()
	for _, e := range entries {
		data, err := library.ReadFile("library/" + e.Name())
		if err != nil {
			return nil, err
		}
		if err := t.add(e.Name(), data); err != nil {
			return nil, err
		}
	}
	return t, nil
})

// add parses one YAML file into the table. Errors name the file and line.
func (t *Table) add(name string, data []byte) error {
	var f File
	if err := yaml.UnmarshalWithOptions(data, &f, yaml.Strict()); err != nil {
		return fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, true))
	}
	if !slices.IsSorted(f.NoReturn) {
		return fmt.Errorf("%s: noreturn is not sorted", name)
	}
	for _, fn := range f.NoReturn {
		t.noReturn[fn] = true
	}
	for _, typ := range f.Commands {
		t.commands[typ] = true
	}
	prev := ""
	for i := range f.Resources {
		k := &f.Resources[i]
		if err := t.addKind(k, prev); err != nil {
			return fmt.Errorf("%s: kind %q: %w", name, k.Name, err)
		}
		prev = k.Name
	}
	return nil
}

func (t *Table) addKind(k *Kind, prev string) error {
	switch {
	case k.Name == "" || k.Type == "" || k.Check == "" || k.Why == "" || k.Noun == "" || k.Verb == "" || k.Event == "":
		return fmt.Errorf("kind, check, type, noun, verb, event and why are required")
	case k.Name <= prev:
		return fmt.Errorf("rows are not sorted by kind, or a kind stands twice")
	case len(k.Acquire) == 0 || len(k.Release) == 0:
		return fmt.Errorf("acquire and release need at least one entry")
	case t.byType[k.Type] != nil:
		return fmt.Errorf("type %s already belongs to kind %q", k.Type, t.byType[k.Type].Name)
	case k.Defer != "" && !strings.Contains(k.Defer, "%s"):
		return fmt.Errorf("defer %q has no %%s for the variable", k.Defer)
	}
	t.byType[k.Type] = k
	for _, r := range k.Release {
		t.releases[r] = true
	}
	for _, a := range k.Acquire {
		if _, dup := t.acquires[a.Func]; dup {
			return fmt.Errorf("%s is listed twice", a.Func)
		}
		t.acquires[a.Func] = Site{Kind: k, Result: a.Result, Error: a.Error}
		t.acquireNames[shortName(a.Func)] = append(t.acquireNames[shortName(a.Func)], k)
	}
	t.kinds = append(t.kinds, k)
	return nil
}

// shortName cuts a FullName down to the method or function name.
func shortName(full string) string { return full[strings.LastIndex(full, ".")+1:] }
