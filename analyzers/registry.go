package analyzers

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/ctxfacts"
	"github.com/prodvet/prodvet/passes/ctxless"
	"github.com/prodvet/prodvet/passes/ctxlife"
	"github.com/prodvet/prodvet/passes/deferloop"
	"github.com/prodvet/prodvet/passes/envcheck"
	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/envfallback"
	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/goleak"
	"github.com/prodvet/prodvet/passes/httpclose"
	"github.com/prodvet/prodvet/passes/ignorecheck"
	"github.com/prodvet/prodvet/passes/ioclose"
	"github.com/prodvet/prodvet/passes/localaddr"
	"github.com/prodvet/prodvet/passes/notimeout"
	"github.com/prodvet/prodvet/passes/ownerfacts"
	"github.com/prodvet/prodvet/passes/procexit"
	"github.com/prodvet/prodvet/passes/rowserr"
	"github.com/prodvet/prodvet/passes/secretlit"
	"github.com/prodvet/prodvet/passes/shutdown"
	"github.com/prodvet/prodvet/passes/sqlclose"
	"github.com/prodvet/prodvet/passes/stopcheck"
	"github.com/prodvet/prodvet/passes/swallowederr"
	"github.com/prodvet/prodvet/passes/unlockcheck"
)

// A Level says how sure a finding is of a failure in production.
type Level string

const (
	// Error: fails in production, proven on a path.
	Error Level = "error"
	// Warning: fails under the event that the finding names, likely.
	Warning Level = "warning"
	// Note: worth a decision; off by default.
	Note Level = "note"
	// Off: never reported. Only a configuration file gives it.
	Off Level = "off"
)

// A Group is a family of checks.
type Group string

const (
	Resources   Group = "resources"
	Errors      Group = "errors"
	Time        Group = "time"
	Environment Group = "config"
	// Suppressions are about the directives that silence the others.
	Suppressions Group = "suppressions"
)

// An Entry is one check of the suite.
type Entry struct {
	Analyzer *analysis.Analyzer
	Group    Group
	Level    Level            // of categories that Levels does not list
	Levels   map[string]Level // by category
	Since    string           // release that first had it; "unreleased" until tagged
	Event    string           // what happens in production, a clause
	Overlaps []string         // the same mistake reported elsewhere, e.g. "vet:lostcancel"
	// Categories of its findings; nil if they are the kinds of the resource
	// table or the twins of a library, which are open sets.
	Categories []string
}

// has reports whether the check may report the category.
func (e Entry) has(category string) bool {
	return e.Categories == nil || slices.Contains(e.Categories, category)
}

// LevelOf returns the level of a category of the check.
func (e Entry) LevelOf(category string) Level {
	if l, ok := e.Levels[category]; ok {
		return l
	}
	return e.Level
}

// Notes reports whether the check has findings that are off by default. Such a
// check has a flag "notes".
func (e Entry) Notes() bool { return e.Analyzer.Flags.Lookup("notes") != nil }

// registry lists the checks by name. A check joins with one row.
var registry = []Entry{
	{
		Analyzer: ctxless.Analyzer,
		Event:    "the other side hangs",
		Group:    Time,
		Level:    Warning,
		Since:    "unreleased",
		Overlaps: []string{"noctx", "contextcheck"},
	},
	{
		Analyzer:   ctxlife.Analyzer,
		Event:      "work outlives its context, or is cut off by it",
		Group:      Time,
		Level:      Warning,
		Categories: []string{"cancelled", "outlives", "loop", "shared"},
		Since:      "unreleased",
		Overlaps:   []string{"gosec:G118"},
	},
	{
		Analyzer: deferloop.Analyzer,
		Event:    "a resource runs out in a long loop",
		Group:    Resources,
		Level:    Warning,
		Since:    "unreleased",
		Overlaps: []string{"gocritic:deferInLoop"},
	},
	{
		Analyzer:   envcheck.Analyzer,
		Event:      "a variable is unset or mistyped",
		Group:      Environment,
		Level:      Warning,
		Levels:     notes(envcheck.Notes),
		Categories: strings.Fields("parse unchecked unvalidated failopen devmode zero unlimited unread parse-bool late"),
		Since:      "unreleased",
	},
	{
		Analyzer: envfallback.Analyzer,
		Event:    "a variable is unset",
		Group:    Environment,
		Level:    Note,
		Levels:   map[string]Level{"secret": Error, "credential": Error, "localhost": Warning},
		Categories: strings.Fields(`
			secret credential localhost listen url
			path number flag level name`),
		Since: "unreleased",
	},
	{
		Analyzer:   goleak.Analyzer,
		Event:      "goroutines pile up",
		Group:      Resources,
		Level:      Warning,
		Categories: []string{"send", "range", "twice", "loop"},
		Since:      "unreleased",
	},
	{
		Analyzer: httpclose.Analyzer,
		Event:    "connections and file descriptors run out",
		Group:    Resources,
		Level:    Warning,
		Since:    "unreleased",
		Overlaps: []string{"bodyclose"},
	},
	{
		Analyzer:   ignorecheck.Analyzer,
		Event:      "a silenced finding comes true",
		Group:      Suppressions,
		Level:      Warning,
		Categories: []string{"noreason", "unknown", "unused"},
		Since:      "unreleased",
	},
	{
		Analyzer: ioclose.Analyzer,
		Event:    "connections and file descriptors run out",
		Group:    Resources,
		Level:    Warning,
		Levels:   notes(ioclose.Notes),
		Since:    "unreleased",
	},
	{
		Analyzer:   localaddr.Analyzer,
		Event:      "the program runs on another machine",
		Group:      Environment,
		Level:      Warning,
		Categories: []string{"local"},
		Since:      "unreleased",
	},
	{
		Analyzer:   notimeout.Analyzer,
		Event:      "the other side hangs",
		Group:      Time,
		Level:      Warning,
		Levels:     map[string]Level{notimeout.CategoryDial: Note, notimeout.CategorySMTP: Note},
		Categories: []string{"client", "server", "listen", "dial", "smtp"},
		Since:      "unreleased",
		Overlaps:   []string{"gosec:G112", "gosec:G114"},
	},
	{
		Analyzer:   procexit.Analyzer,
		Event:      "one request ends the process for all",
		Group:      Errors,
		Level:      Warning,
		Categories: []string{"exit", "panic"},
		Since:      "unreleased",
		Overlaps:   []string{"revive:deep-exit"},
	},
	{
		Analyzer:   rowserr.Analyzer,
		Event:      "a failure is taken for success",
		Group:      Errors,
		Level:      Warning,
		Levels:     map[string]Level{rowserr.CategoryWrongErr: Error},
		Categories: []string{"unchecked", "dropped", "wrongerr"},
		Since:      "unreleased",
		Overlaps:   []string{"rowserrcheck", "vet:sqlrowserr"},
	},
	{
		Analyzer:   secretlit.Analyzer,
		Event:      "whoever reads the source has the key",
		Group:      Environment,
		Level:      Error,
		Categories: []string{"key", "password", "dsn", "provider"},
		Since:      "unreleased",
		Overlaps:   []string{"gosec:G101"},
	},
	{
		Analyzer:   shutdown.Analyzer,
		Event:      "a stop or deployment cuts work off",
		Group:      Time,
		Level:      Warning,
		Categories: []string{"noshutdown", "worker", "fatal", "order"},
		Since:      "unreleased",
	},
	{
		Analyzer: sqlclose.Analyzer,
		Event:    "the connection pool runs dry",
		Group:    Resources,
		Level:    Error,
		// What is meant to live with the process leaks once per attempt to start.
		Levels:   with(notes(sqlclose.Starting), Warning, "pgx.conn", "pgxpool.pool", "sql.db", "sqlx.db"),
		Since:    "unreleased",
		Overlaps: []string{"sqlclosecheck"},
	},
	{
		Analyzer: stopcheck.Analyzer,
		Event:    "goroutines pile up",
		Group:    Resources,
		Level:    Warning,
		Levels:   map[string]Level{stopcheck.CategoryNotify: Note, stopcheck.CategoryTimer: Note},
		Since:    "unreleased",
		Overlaps: []string{"vet:lostcancel", "spancheck"},
	},
	{
		Analyzer: swallowederr.Analyzer,
		Event:    "a failure is taken for success",
		Group:    Errors,
		Level:    Warning,
		Levels:   with(notes(swallowederr.Notes), Error, swallowederr.CategoryLostWrite),
		Categories: strings.Fields(`
			dropped overwritten nilreturn wrongerr empty status200 lostwrite recovered partial clientfault
			noreturn dropped-read dropped-blank dropped-go nilreturn-read lostwrite-file empty-note logonly status200-note partial-note recovered-note`),
		Since:    "unreleased",
		Overlaps: []string{"errcheck", "nilerr"},
	},
	{
		Analyzer: unlockcheck.Analyzer,
		Event:    "everybody waits for a lock",
		Group:    Resources,
		Level:    Warning,
		Since:    "unreleased",
	},
}

// notes puts categories at the level note.
func notes(categories []string) map[string]Level {
	levels := make(map[string]Level)
	for _, c := range categories {
		levels[c] = Note
	}
	return levels
}

// with gives categories another level.
func with(levels map[string]Level, l Level, categories ...string) map[string]Level {
	for _, c := range categories {
		levels[c] = l
	}
	return levels
}

// facts lists the passes that report nothing.
var facts = []*analysis.Analyzer{
	ctxfacts.Analyzer,
	envfacts.Analyzer,
	errfacts.Analyzer,
	ownerfacts.Analyzer,
}

// Entries returns the checks, sorted by name.
func Entries() []Entry { return slices.Clone(registry) }

// Lookup returns the check of that name.
func Lookup(name string) (Entry, bool) {
	i := slices.IndexFunc(registry, func(e Entry) bool { return e.Analyzer.Name == name })
	if i < 0 {
		return Entry{}, false
	}
	return registry[i], true
}

// All returns the checks and the fact passes they need, for a driver. The
// checks keep to the configuration that the flag -ownerfacts.config carries.
func All() []*analysis.Analyzer { return suite }

// FactsOnly returns what All returns with checks that have their flags, require
// their fact passes and do nothing else, for a driver that wants the facts of a
// dependency: unitchecker runs every analyzer that requires a fact pass there
// too, and then drops what it reports. A check that was chosen by its flag is
// what keeps its fact passes.
func FactsOnly() []*analysis.Analyzer {
	out := slices.Clone(facts)
	for _, e := range registry {
		a := *e.Analyzer
		a.Requires = slices.DeleteFunc(slices.Clone(a.Requires), func(r *analysis.Analyzer) bool {
			return len(r.FactTypes) == 0
		})
		a.Run = func(*analysis.Pass) (any, error) { return nil, nil }
		out = append(out, &a)
	}
	return out
}

// suite is built once: a driver compares analyzers by identity.
var suite = func() []*analysis.Analyzer {
	out := slices.Clone(facts)
	for _, e := range registry {
		out = append(out, obeying(e))
	}
	return out
}()
