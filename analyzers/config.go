package analyzers

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"github.com/prodvet/prodvet/passes/ownerfacts"
)

// ConfigName is the name of the configuration file.
const ConfigName = ".prodvet.yaml"

// A Config is a parsed configuration file. The zero one says nothing.
type Config struct {
	// Checks are checks and presets, as Select takes them.
	Checks []string `yaml:"checks" json:"checks"`
	// Levels gives a check or one of its categories ("check/category") another
	// level.
	Levels map[string]Level `yaml:"levels" json:"levels"`
	// Paths are places where checks are silent.
	Paths []PathRule `yaml:"paths" json:"paths"`
	// Rows that join built-in tables; ownerfacts checks them.
	Resources []any `yaml:"resources" json:"resources"`
	Sinks     []any `yaml:"sinks" json:"sinks"`
	Handlers  []any `yaml:"handlers" json:"handlers"`
	Effects   []any `yaml:"effects" json:"effects"`
	Env       []any `yaml:"env" json:"env"`

	text string // with a first line that names the file
}

// A PathRule keeps checks silent in some files.
type PathRule struct {
	// Path is matched against the file's path below the root of its module. As
	// in a package pattern, "..." stands for any text: internal/legacy/...
	Path string `yaml:"path" json:"path"`
	// Ignore lists the checks that are silent there; none means all.
	Ignore []string `yaml:"ignore" json:"ignore"`
}

// Keys are the keys at the top of a configuration file.
var Keys = []string{"checks", "levels", "paths", "resources", "sinks", "handlers", "effects", "env"}

// FindConfig returns the configuration that holds in dir: that of the nearest
// directory upwards that has one, up to the root of the module.
func FindConfig(dir string) (Config, error) {
	for {
		c, err := ReadConfig(filepath.Join(dir, ConfigName))
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return c, err
		}
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil || filepath.Dir(dir) == dir {
			return Config{}, nil
		}
		dir = filepath.Dir(dir)
	}
}

// ReadConfig reads and checks a configuration file. Errors name the file, the
// line and what to write.
func ReadConfig(name string) (Config, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return Config{}, fmt.Errorf("configuration: %w", err)
	}
	return ParseConfig(filepath.Base(name), string(data))
}

// ParseConfig parses and checks the text of a configuration. name says in
// errors where it comes from.
func ParseConfig(name, body string) (Config, error) {
	return parseConfig(namePrefix + name + "\n" + body)
}

// namePrefix begins the first line of a configuration's text.
const namePrefix = "# file "

// parseConfig parses and checks the text of a configuration, with or without a
// first line that names its file.
func parseConfig(text string) (c Config, err error) {
	name, body := "configuration", text
	if first, rest, ok := strings.Cut(text, "\n"); ok && strings.HasPrefix(first, namePrefix) {
		name, body = strings.TrimPrefix(first, namePrefix), rest
	}
	defer func() {
		if r := recover(); r != nil { // the library gives up on some broken texts so
			c, err = Config{}, fmt.Errorf("%s: this is no YAML: %v", name, r)
		}
	}()
	if err := yaml.UnmarshalWithOptions([]byte(body), &c, yaml.Strict()); err != nil {
		advice := ""
		if strings.Contains(err.Error(), "unknown field") {
			advice = "; write one of " + strings.Join(Keys, ", ") + " at the top, and path, ignore under paths"
		}
		return Config{}, fmt.Errorf("%s: %s%s", name, yaml.FormatError(err, false, false), advice)
	}
	c.text = text
	if err := c.check(body); err != nil {
		return Config{}, fmt.Errorf("%s:%w", name, err)
	}
	return c, ownerfacts.CheckRows(text)
}

// check reports names that do not exist, with the line of body that has them.
func (c Config) check(body string) error {
	fail := func(what, format string, args ...any) error {
		return fmt.Errorf("%s "+format, append([]any{lineOf(body, what)}, args...)...)
	}
	if len(c.Checks) > 0 {
		if _, err := Select(strings.Join(c.Checks, ",")); err != nil {
			return fail("checks:", "checks: %w", err)
		}
	}
	for key, level := range c.Levels {
		check, category, _ := strings.Cut(key, "/")
		e, ok := Lookup(check)
		switch {
		case !ok:
			return fail(key, "levels: unknown check %q: %s", check, oneOf(check, names()))
		case category != "" && !e.has(category):
			return fail(key, "levels: %s has no category %q: %s", check, category, oneOf(category, e.Categories))
		case !slices.Contains([]Level{Error, Warning, Note, Off}, level):
			return fail(key, "levels: %q is no level: write error, warning, note or off", level)
		}
	}
	for _, p := range c.Paths {
		if p.Path == "" {
			return fail("paths:", "paths: a row needs path, for example internal/legacy/...")
		}
		for _, name := range p.Ignore {
			if _, ok := Lookup(name); !ok {
				return fail(name, "paths: unknown check %q: %s", name, oneOf(name, names()))
			}
		}
	}
	return nil
}

// lineOf returns the line and column of the first place that holds what, each
// with a colon.
func lineOf(body, what string) string {
	for i, line := range strings.Split(body, "\n") {
		if column := strings.Index(line, what); column >= 0 {
			return fmt.Sprintf("%d:%d:", i+1, column+1)
		}
	}
	return ""
}
