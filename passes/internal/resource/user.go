package resource

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
)

// A Config is what the configuration file says of resources: rows in the form
// of the library, of which kind, type, acquire and release are required. The
// other keys belong to package analyzers, which checks them.
type Config struct {
	Resources []Kind `yaml:"resources"`
	Checks    any    `yaml:"checks"`
	Levels    any    `yaml:"levels"`
	Paths     any    `yaml:"paths"`
	Sinks     any    `yaml:"sinks"`
	Handlers  any    `yaml:"handlers"`
	Effects   any    `yaml:"effects"`
	Env       any    `yaml:"env"`
}

// WithConfig returns the library with the rows of a configuration file added.
// name is the file, for errors, which name the line and what to write.
func WithConfig(name, text string) (*Table, error) {
	base, err := Library()
	if err != nil || strings.TrimSpace(text) == "" {
		return base, err
	}
	var c Config
	if err := yaml.UnmarshalWithOptions([]byte(text), &c, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %s", name, strings.TrimSpace(yaml.FormatError(err, false, false)))
	}
	t := base.clone()
	for i := range c.Resources {
		k := &c.Resources[i]
		k.place = fmt.Sprintf("%s:%d", name, lineOf(text, i))
		k.complete()
		if t.ByName(k.Name) != nil {
			return nil, fmt.Errorf("%s: kind %q exists already: write another name", k.place, k.Name)
		}
		if err := t.addKind(k, ""); err != nil {
			return nil, fmt.Errorf("%s: kind %q: %w", k.place, k.Name, err)
		}
		t.user = append(t.user, k)
	}
	return t, nil
}

// clone copies what adding a row changes.
func (t *Table) clone() *Table {
	own := *t
	own.kinds = slices.Clone(t.kinds)
	own.byType = maps.Clone(t.byType)
	own.acquires = maps.Clone(t.acquires)
	own.acquireNames = maps.Clone(t.acquireNames)
	own.releases = maps.Clone(t.releases)
	return &own
}

// complete fills in what a user need not say.
func (k *Kind) complete() {
	short := k.Type[strings.LastIndex(k.Type, ".")+1:]
	for _, d := range []struct {
		field *string
		value string
	}{
		{&k.Check, "ioclose"},
		{&k.Noun, strings.ToLower(short)},
		{&k.Verb, "released"},
		{&k.Event, "it stays in use, one more per call"},
		{&k.Why, k.place},
	} {
		if *d.field == "" {
			*d.field = d.value
		}
	}
}

// lineOf returns the line of the i-th row.
func lineOf(text string, i int) int {
	path, err := yaml.PathString(fmt.Sprintf("$.resources[%d]", i))
	if err != nil {
		return 1
	}
	node, err := path.ReadNode(strings.NewReader(text))
	if err != nil {
		return 1
	}
	return node.GetToken().Position.Line
}
