// Package env is the command prodvet env: which environment variables a program
// reads, files of them written and compared with the code.
package env

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/driver"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// Usage describes the command.
const Usage = `prodvet env lists the environment variables that the packages read.

Usage:
	prodvet env [flags] [packages]    (default ./...)

Flags:
`

// A command is a parsed command line.
type command struct {
	driver.Options
	json, example bool
	write         string
	check         files
}

// files is a flag that may stand more than once, with names and commas between.
type files []string

func (f *files) String() string { return strings.Join(*f, ",") }

func (f *files) Set(s string) error {
	*f = append(*f, strings.Split(s, ",")...)
	return nil
}

func (c *command) flags() *flag.FlagSet {
	fs := flag.NewFlagSet("env", flag.ContinueOnError)
	fs.BoolVar(&c.json, "json", false, "print one JSON document, described in docs/env.md")
	fs.BoolVar(&c.example, "example", false, "print a .env.example")
	fs.StringVar(&c.write, "write", "", "add to `file` the variables that it lacks; its comments and order stay")
	fs.Var(&c.check, "check", "compare `files` with the code: .env, .env.example, docker-compose, Dockerfile, Kubernetes manifests, GitHub workflows")
	fs.StringVar(&c.Dir, "C", "", "run in `dir`")
	fs.StringVar(&c.Tags, "tags", "", "comma-separated build `tags`")
	return fs
}

// Run executes the command and reports whether -check found nothing. An error
// means that nothing could be done.
func Run(args []string, stdout, stderr io.Writer) (clean bool, err error) {
	var c command
	fs := c.flags()
	fs.SetOutput(io.Discard)
	if err := fs.Parse(args); errors.Is(err, flag.ErrHelp) {
		fmt.Fprint(stdout, Usage)
		fs.SetOutput(stdout)
		fs.PrintDefaults()
		return true, nil
	} else if err != nil {
		return false, fmt.Errorf("%w; prodvet env -h lists the flags", err)
	}
	if c.Patterns = fs.Args(); len(c.Patterns) == 0 {
		c.Patterns = []string{"./..."}
	}
	vars, skipped, err := driver.Inventory(c.Options)
	if err != nil {
		return false, err
	}
	for _, s := range skipped {
		fmt.Fprintf(stderr, "prodvet: not looked at: %s\n", strings.TrimPrefix(s.Package+": "+s.Reason, ": "))
	}
	return c.output(vars, stdout)
}

func (c *command) output(vars []finding.Variable, stdout io.Writer) (clean bool, err error) {
	switch {
	case len(c.check) > 0:
		return c.compare(vars, stdout)
	case c.write != "":
		return true, write(c.write, vars)
	case c.example:
		_, err := io.WriteString(stdout, example(vars))
		return true, err
	case c.json:
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "\t")
		return true, enc.Encode(document(vars))
	}
	return true, table(stdout, vars)
}

// compare checks the files and prints what is wrong with them, never a value.
func (c *command) compare(vars []finding.Variable, stdout io.Writer) (clean bool, err error) {
	var problems []problem
	for _, name := range c.check {
		entries, err := readFile(name)
		if err != nil {
			return false, err
		}
		problems = append(problems, check(name, entries, vars)...)
	}
	if c.json {
		enc := json.NewEncoder(stdout)
		enc.SetIndent("", "\t")
		return len(problems) == 0, enc.Encode(map[string]any{"version": 1, "problems": append([]problem{}, problems...)})
	}
	for _, p := range problems {
		fmt.Fprintln(stdout, p)
	}
	return len(problems) == 0, nil
}
