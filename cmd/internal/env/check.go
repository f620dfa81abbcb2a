package env

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// A problem is one thing that is wrong with a file. It never holds a value.
type problem struct {
	File    string `json:"file"`
	Line    int    `json:"line"` // 0 for what is not there
	Key     string `json:"key"`
	Problem string `json:"problem"`
	Message string `json:"message"`
}

func (p problem) String() string {
	place := p.File
	if p.Line > 0 {
		place += fmt.Sprintf(":%d", p.Line)
	}
	return fmt.Sprintf("%s: %s: %s [%s]", place, p.Key, p.Message, p.Problem)
}

var (
	sample      = regexp.MustCompile(`(?i)example|sample|template|dist|default`)
	placeholder = regexp.MustCompile(`(?i)^(change[-_ ]?(me|it|this).*|x{3,}|your[-_ ].*|<.*>|todo|tbd|placeholder|replace[-_ ]?me.*|dummy|foo|bar|secret|password|insert[-_ ].*)$`)
)

// check compares what a file sets with what the code reads.
func check(name string, entries []entry, vars []finding.Variable) []problem {
	c := checker{file: name, kind: kindOf(name), sample: sample.MatchString(filepath.Base(name)), known: make(map[string]finding.Variable)}
	for _, v := range vars {
		c.known[v.Key] = v
	}
	c.settings = len(entries) > 0 && entries[0].setting
	seen := make(map[string]int)
	for _, e := range entries {
		if e.setting {
			e.key = c.variable(e.key)
		}
		if first, twice := seen[e.key]; twice && c.kind == dotenv {
			c.add(e, "duplicate", fmt.Sprintf("is set in line %d already: the last one wins", first))
			continue
		}
		seen[e.key] = e.line
		c.entry(e)
	}
	for _, v := range vars {
		if _, ok := seen[v.Key]; !ok && c.expects(v) {
			c.add(entry{key: v.Key}, "missing", "is read in "+where(v)+" and not set here")
		}
	}
	return c.problems
}

// variable returns the one variable that overrides a setting: its own name, or
// that behind the prefix of the program; the name if there is none.
func (c *checker) variable(setting string) string {
	if _, ok := c.known[setting]; ok {
		return setting
	}
	found := ""
	for key := range c.known {
		if strings.HasSuffix(key, "_"+setting) {
			if found != "" {
				return setting // two could be meant
			}
			found = key
		}
	}
	if found == "" {
		return setting
	}
	return found
}

type checker struct {
	file     string
	kind     kind
	sample   bool // an example, in which placeholders are meant
	settings bool // a configuration file of the program, which need not say everything
	known    map[string]finding.Variable
	problems []problem
}

func (c *checker) add(e entry, name, message string) {
	c.problems = append(c.problems, problem{File: c.file, Line: e.line, Key: e.key, Problem: name, Message: message})
}

// expects reports whether the file should set the variable. A deployment may
// rely on defaults and on what its platform sets; a file of variables is the
// list of what there is.
func (c *checker) expects(v finding.Variable) bool {
	if c.kind == dotenv {
		return v.Required || c.sample && !v.HasDefault
	}
	return v.Required && c.kind == manifest && !c.settings
}

// entry reports what is wrong with one variable that the file sets.
func (c *checker) entry(e entry) {
	v, read := c.known[e.key]
	if !read {
		// Images and workflows set variables for other programs too.
		if c.kind == dotenv {
			c.add(e, "unused", "is set here, and no code reads it")
		}
		return
	}
	if e.elsewhere || c.sample {
		return
	}
	class := analyzers.EnvClass(e.key, e.value)
	switch {
	case e.value == "" && v.Required:
		c.add(e, "empty", "is empty, and the program needs it")
	case placeholder.MatchString(e.value) && (v.Required || class == "secret" || strings.ContainsAny(e.value, "<-_ ")):
		c.add(e, "placeholder", "holds a placeholder")
	case e.setting && class == "secret":
		c.add(e, "committed", "stands in the file: whoever has the file has it")
	case class == "localhost":
		c.add(e, "localhost", "points at this machine: a deployment talks to itself")
	case class == "url" && strings.HasPrefix(e.value, "http://"):
		c.add(e, "http", "goes to another host without TLS")
	}
}
