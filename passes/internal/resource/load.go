package resource

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

// numbers are what optional numbers of the library point to: -1 stands first.
var numbers = [...]int{-1, 0, 1, 2, 3, 4, 5, 6, 7}

// Library returns the built-in table, built once. Its rows stand in library.go,
// which a test makes of library/*.yaml: reading text would cost every process of
// a vet tool, one per package, more than most analyses.
var Library = sync.OnceValues(load)

func load() (*Table, error) {
	t := newTable()
	for i := range library {
		if err := t.addFile(&library[i]); err != nil {
			return nil, err
		}
	}
	return t, nil
}

// parse reads one YAML file of the library. Errors name the file and line.
func parse(name string, data []byte) (*File, error) {
	f := new(File)
	if err := yaml.UnmarshalWithOptions(data, f, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, true))
	}
	f.name = name
	return f, nil
}

// addFile adds the rows of one file to the table.
func (t *Table) addFile(f *File) error {
	if !slices.IsSorted(f.NoReturn) {
		return fmt.Errorf("%s: noreturn is not sorted", f.name)
	}
	for _, fn := range f.NoReturn {
		t.noReturn[fn] = true
	}
	for _, typ := range f.Commands {
		t.commands[typ] = true
	}
	for _, fn := range f.Takers {
		t.takers[fn] = true
	}
	for _, n := range f.ReleaseNames {
		t.general[n] = true
	}
	prev := ""
	for i := range f.Resources {
		k := &f.Resources[i]
		if err := t.addKind(k, prev); err != nil {
			return fmt.Errorf("%s: kind %q: %w", f.name, k.Name, err)
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
	case len(k.Acquire) == 0 && !k.ByType && len(k.Verbs) == 0 || len(k.Release) == 0:
		return fmt.Errorf("acquire and release need at least one entry")
	case k.Lives != "" && k.Lives != LivesProcess && k.Lives != LivesMain:
		return fmt.Errorf("lives is %q: write %s, %s or nothing", k.Lives, LivesProcess, LivesMain)
	case t.byType[k.Type] != nil:
		return fmt.Errorf("type %s already belongs to kind %q", k.Type, t.byType[k.Type].Name)
	case k.Defer != "" && !strings.Contains(k.Defer, "%s"):
		return fmt.Errorf("defer %q has no %%s for the variable", k.Defer)
	}
	if !k.onArgument() {
		t.byType[k.Type] = k
	}
	for _, r := range k.Release {
		if !strings.Contains(r, ".") && r != Call {
			t.releases[r] = true
		}
	}
	for i, a := range k.Acquire {
		if other := t.acquires[a.Func]; len(other) > 0 && (other[0].Kind != k || other[len(other)-1].Result >= a.Result) {
			return fmt.Errorf("%s is listed twice", a.Func)
		}
		site := Site{Kind: k, Result: a.Result, Error: lastError, Param: -1}
		if a.Error != nil {
			site.Error = *a.Error
		}
		if a.Param != nil {
			site.Param = *a.Param
		}
		t.acquires[a.Func] = append(t.acquires[a.Func], site)
		if name := shortName(a.Func); i == 0 || !slices.Contains(t.acquireNames[name], k) {
			t.acquireNames[name] = append(t.acquireNames[name], k)
		}
	}
	t.kinds = append(t.kinds, k)
	return nil
}

// onArgument reports whether calls make an argument owed: then the type alone,
// say of a mutex, says nothing.
func (k *Kind) onArgument() bool { return len(k.Acquire) > 0 && k.Acquire[0].Param != nil }

// shortName cuts a FullName down to the method or function name.
func shortName(full string) string { return full[strings.LastIndex(full, ".")+1:] }
