// Package resource is the table of resource types: what a function acquires,
// which call releases it, and what happens in production when nobody does.
//
// The table is data: one YAML file per import path under library/. Teaching
// the engine a new type is adding rows there; no Go code changes.
package resource

// A Kind is one resource type: one row of the table.
type Kind struct {
	// Name identifies the kind ("sql.rows"). It is the category of a finding.
	Name string `yaml:"kind"`
	// Check is the analyzer that reports leaks of this kind.
	Check string `yaml:"check"`
	// Type is the static type of the resource in types.TypeString notation
	// ("*database/sql.Rows").
	Type string `yaml:"type"`
	// Noun names a resource that has no variable ("rows").
	Noun string `yaml:"noun"`
	// Acquire lists the functions whose result is owned by the caller. An
	// interface method of the same name and results acquires too.
	Acquire []Acquire `yaml:"acquire"`
	// Release lists the methods that discharge the obligation, by name.
	Release []string `yaml:"release"`
	// Exhaust lists the bool methods that release the resource when they
	// return false, as Rows.Next does.
	Exhaust []string `yaml:"exhaust"`
	// Process marks a resource that is meant to live as long as the process:
	// acquiring it in main, init or a test is not a leak.
	Process bool `yaml:"process"`
	// Context marks a resource that ends with the context it was acquired with.
	Context bool `yaml:"context"`
	// Verb says what was not done ("closed", "committed or rolled back").
	Verb string `yaml:"verb"`
	// Event is the production failure that an unreleased one leads to.
	Event string `yaml:"event"`
	// Defer is the statement that releases it, with %s for the variable and
	// $ctx where it needs a context; empty if a deferred release is not
	// harmless after an explicit one.
	Defer string `yaml:"defer"`
	// Why links the documentation that the row relies on.
	Why string `yaml:"why"`
}

// An Acquire is one function that hands out an owned result.
type Acquire struct {
	// Func is the function in types.Func.FullName notation.
	Func string `yaml:"func"`
	// Result is the index of the owned result.
	Result int `yaml:"result"`
	// Error is the index of the error result that says whether the
	// acquisition happened, or -1.
	Error int `yaml:"error"`
}

// A File is one YAML file of the library.
type File struct {
	Package   string   `yaml:"package"`
	Resources []Kind   `yaml:"resources"`
	NoReturn  []string `yaml:"noreturn"`
	// Commands lists parameter types that mark a function as the entry point
	// of a command, which runs once per process.
	Commands []string `yaml:"commands"`
}
