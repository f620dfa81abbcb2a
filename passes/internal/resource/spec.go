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
	// Field names the field of Type that holds what must be released ("Body" of
	// a response): the field stands for the whole.
	Field string `yaml:"field"`
	// Noun names a resource that has no variable ("rows").
	Noun string `yaml:"noun"`
	// ByType says that any call which yields the type and an error hands it
	// over, unless the callee's summary says otherwise.
	ByType bool `yaml:"bytype"`
	// Acquire lists the functions whose result is owned by the caller. An
	// interface method of the same name and results acquires too.
	Acquire []Acquire `yaml:"acquire"`
	// Verbs lists the first words of interface methods ("Open", "Begin") that
	// hand over what they return, if it has a release method.
	Verbs []string `yaml:"verbs"`
	// Release lists what discharges the obligation: methods by name, Call for
	// a call of the value itself, or functions by full name that take it as
	// their first argument.
	Release []string `yaml:"release"`
	// Exhaust lists the bool methods that release the resource when they
	// return false, as Rows.Next does.
	Exhaust []string `yaml:"exhaust"`
	// Failed lists the methods that return an error if the acquisition failed,
	// so that nothing is owed, as Row.Err does.
	Failed []string `yaml:"failed"`
	// Fires says that a receive from the field C releases the resource, as it
	// does a timer.
	Fires bool `yaml:"fires"`
	// Lives says what the resource may live as long as: "process" for one that
	// belongs to the whole process, so that acquiring it in main, init, a
	// command or a test is not a leak; "main" for one that only main and init
	// may leave to the end of the process; empty if neither.
	Lives string `yaml:"lives"`
	// Until is the Go language version from which on the garbage collector
	// frees an unreleased one ("go1.23"), or empty.
	Until string `yaml:"until"`
	// Flush marks a writer whose release completes what was written: it is owed
	// only where the function reports success.
	Flush bool `yaml:"flush"`
	// Place marks a resource that is named by where it is (s.mu) and not by the
	// value of an expression: a lock.
	Place bool `yaml:"place"`
	// Parent marks a resource that ends with the value whose method acquired it,
	// as a channel of a message broker does with its connection.
	Parent bool `yaml:"parent"`
	// EndsWith lists types with whose values, as a receiver or an argument of the
	// acquisition, the resource ends: a statement ends with its transaction.
	EndsWith []string `yaml:"endswith"`
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

	place string // file and line of a row of the configuration file
}

// An Acquire is one function that hands out an owned result.
type Acquire struct {
	// Func is the function in types.Func.FullName notation.
	Func string `yaml:"func"`
	// Result is the index of the owned result.
	Result int `yaml:"result"`
	// Error is the index of the error or bool result that says whether the
	// acquisition happened, or -1 if none does. Left out, it is the last result
	// if that is an error.
	Error *int `yaml:"error"`
	// Param is the index of the argument (the receiver is 0) that becomes owed
	// by the call, as a mutex does by Lock; Result means nothing then.
	Param *int `yaml:"param"`
}

// Call, as a release, is a call of the value itself: a cancel function.
const Call = "()"

// What a resource may live as long as.
const (
	LivesProcess = "process"
	LivesMain    = "main"
)

// A File is one YAML file of the library.
type File struct {
	Package   string   `yaml:"package"`
	Resources []Kind   `yaml:"resources"`
	NoReturn  []string `yaml:"noreturn"`
	// Takers lists functions that become the owner of an argument although the
	// type of their parameter has no release method.
	Takers []string `yaml:"takers"`
	// ReleaseNames lists the names of methods that release in general: what a
	// type calls its own release is taken from them.
	ReleaseNames []string `yaml:"releasenames"`

	name string // of the file, for errors
	// Commands lists parameter types that mark a function as the entry point
	// of a command, which runs once per process.
	Commands []string `yaml:"commands"`
}
