// Package cli is a stub for tests.
package cli

type Flag interface{ Names() []string }

type StringFlag struct {
	Name, Value string
	EnvVars     []string
	Required    bool
}

func (f *StringFlag) Names() []string { return nil }

type IntFlag struct {
	Name    string
	Value   int
	EnvVars []string
}

func (f *IntFlag) Names() []string { return nil }
