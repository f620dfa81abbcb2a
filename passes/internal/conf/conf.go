// Package conf reads the rows of a configuration file that join built-in tables:
// sinks, handlers, effects and classes of environment variables. The rows of
// resources have a reader of their own, in passes/internal/resource.
package conf

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

// Text is the content of the configuration file, which the flag
// -ownerfacts.config carries to every process of a run. Its first line may name
// the file.
var Text string

// Rows are what a configuration file adds.
type Rows struct {
	Sinks    []Sink    `yaml:"sinks"`
	Handlers []Handler `yaml:"handlers"`
	Effects  []Effect  `yaml:"effects"`
	Env      []Class   `yaml:"env"`

	// The rest of the file is for others, and known here so that an unknown key
	// within a row is an error.
	Checks    any `yaml:"checks"`
	Levels    any `yaml:"levels"`
	Paths     any `yaml:"paths"`
	Resources any `yaml:"resources"`
}

// A Sink is an argument whose value takes effect.
type Sink struct {
	Func string `yaml:"func"` // types.Func.FullName
	Arg  int    `yaml:"arg"`  // index, without the receiver
	Use  string `yaml:"use"`  // one of Uses
}

// Uses are what a sink may do with its argument.
var Uses = []string{"key", "password", "dsn", "address", "listen"}

// A Handler is how the handlers of a web framework answer.
type Handler struct {
	Type     string   `yaml:"type"`     // of the parameter that carries the answer, as pkg.T
	Params   int      `yaml:"params"`   // how many parameters handlers have
	Returns  bool     `yaml:"returns"`  // handlers return an error
	Implicit int      `yaml:"implicit"` // what no answer at all means
	Answers  []Answer `yaml:"answers"`
}

// An Answer is a call that answers a request.
type Answer struct {
	Func   string `yaml:"func"`
	Status int    `yaml:"status"` // the constant status
	Arg    *int   `yaml:"arg"`    // or the index of the argument that holds it
	Sets   bool   `yaml:"sets"`   // only sets it: a body follows
	Body   bool   `yaml:"body"`   // sends a body
}

// An Effect is what a failure of a function loses.
type Effect struct {
	Func   string `yaml:"func"`
	Effect string `yaml:"effect"` // one of Effects, or none
}

// Effects are what a failure may lose, with what may fail.
var Effects = []string{"read", "write", "read remote", "write remote", "none"}

// A Class says what variables whose names match hold.
type Class struct {
	Key   string `yaml:"key"` // regular expression over the whole name
	Class string `yaml:"class"`
}

// Classes are what a variable may hold.
var Classes = []string{"secret", "credential", "localhost", "listen", "url", "path", "number", "flag", "level", "name"}

// Current returns the rows of Text. A file with mistakes has none: ownerfacts,
// which checks it, reports them.
var Current = sync.OnceValue(func() *Rows {
	rows, err := Parse(Text)
	if err != nil {
		return new(Rows)
	}
	return rows
})

// sections are the keys of Rows.
var sections = regexp.MustCompile(`(?m)^(sinks|handlers|effects|env):`)

// Parse reads and checks the rows in the text of a configuration file. Errors
// name the file, the line and what to write.
func Parse(text string) (*Rows, error) {
	rows := new(Rows)
	if !sections.MatchString(text) {
		return rows, nil
	}
	name, body := Split(text, "configuration")
	if err := yaml.UnmarshalWithOptions([]byte(body), rows, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, false))
	}
	if err := rows.check(body); err != nil {
		return nil, fmt.Errorf("%s:%w", name, err)
	}
	return rows, nil
}

// Split takes the first line off a text if it names the file; otherwise the name
// is unnamed.
func Split(text, unnamed string) (name, body string) {
	first, rest, ok := strings.Cut(text, "\n")
	if name, named := strings.CutPrefix(first, "# file "); ok && named {
		return name, rest
	}
	return unnamed, text
}

// fullName is the notation of types.Func.FullName.
var fullName = regexp.MustCompile(`^(\(\*?[\w./~-]+\.\w+\)\.\w+|[\w./~-]+\.\w+)$`)

func (r *Rows) check(body string) error {
	at := func(what, format string, args ...any) error {
		for i, line := range strings.Split(body, "\n") {
			if column := strings.Index(line, what); column >= 0 {
				return fmt.Errorf("%d:%d: "+format, append([]any{i + 1, column + 1}, args...)...)
			}
		}
		return fmt.Errorf("1:1: "+format, args...)
	}
	function := func(section, f string) error {
		if fullName.MatchString(f) {
			return nil
		}
		what := f
		if f == "" {
			what = section + ":"
		}
		return at(what, "%s: func %q: write path.F, (path.T).M or (*path.T).M", section, f)
	}
	for _, s := range r.Sinks {
		if err := function("sinks", s.Func); err != nil {
			return err
		}
		if !slices.Contains(Uses, s.Use) || s.Arg < 0 {
			return at(s.Func, "sinks: %s: write use as one of %s, and arg as an index from 0", s.Func, strings.Join(Uses, ", "))
		}
	}
	for _, e := range r.Effects {
		if err := function("effects", e.Func); err != nil {
			return err
		}
		if !slices.Contains(Effects, e.Effect) {
			return at(e.Func, "effects: %s: effect %q: write one of %s", e.Func, e.Effect, strings.Join(Effects, ", "))
		}
	}
	for _, h := range r.Handlers {
		if !fullName.MatchString(h.Type) || h.Params < 1 {
			return at(h.Type, "handlers: write type as path.T, without *, and params as the number of parameters of a handler")
		}
		for _, a := range h.Answers {
			if err := function("handlers", a.Func); err != nil {
				return err
			}
			if a.Status == 0 && a.Arg == nil && !a.Body {
				return at(a.Func, "handlers: %s: write status, arg or body", a.Func)
			}
		}
	}
	for _, c := range r.Env {
		if _, err := regexp.Compile(c.Key); err != nil || c.Key == "" {
			return at(c.Key, "env: key %q: write a regular expression that matches whole names", c.Key)
		}
		if !slices.Contains(Classes, c.Class) {
			return at(c.Key, "env: class %q: write one of %s", c.Class, strings.Join(Classes, ", "))
		}
	}
	return nil
}

// ClassOf returns the class that the rows give a variable, "" if none does.
func (r *Rows) ClassOf(key string) string {
	for _, c := range r.Env {
		if ok, err := regexp.MatchString("^(?:"+c.Key+")$", key); err == nil && ok {
			return c.Class
		}
	}
	return ""
}
