// Package finding is the neutral record of what a run found. Reports read it;
// nothing in it knows how it was found.
package finding

import (
	"cmp"
	"slices"
	"strings"
)

// A Position is a place in a file. Lines and columns count from 1; columns
// count bytes. The column is 0 behind a line directive without columns.
type Position struct {
	File   string `json:"file"` // relative to the directory of the run where possible, with slashes
	Line   int    `json:"line"`
	Column int    `json:"column"`
}

// A Related is a further place that explains a finding.
type Related struct {
	Position Position `json:"position"`
	Message  string   `json:"message"`
}

// An Edit replaces the bytes [Start, End) of a file.
type Edit struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	New   string `json:"new"`
}

// A Fix is a suggested change, safe to apply.
type Fix struct {
	Message string `json:"message"`
	Edits   []Edit `json:"edits"`
}

// A Finding is one reported mistake.
type Finding struct {
	Check    string    `json:"check"`
	Category string    `json:"category"`
	Level    string    `json:"level"`
	Position Position  `json:"position"`
	End      Position  `json:"end"`
	Message  string    `json:"message"`
	Related  []Related `json:"related"`
	Fixes    []Fix     `json:"fixes"`
	Package  string    `json:"package"`
	Function string    `json:"function"` // around it: "F", "T.M" or "" outside of functions
	// Fingerprint names the finding across revisions: it stays when lines move,
	// files are renamed or reformatted.
	Fingerprint string `json:"fingerprint"`
	// Line is a hash of the source line without its white space.
	Line string `json:"-"`
}

// A Rule is what a report says of a check.
type Rule struct {
	Name    string
	Summary string // one clause
	Page    string // documentation in Markdown
	URL     string
	Group   string
	Level   string
	Event   string // what happens in production
	Instead string // Go code: how the documentation does it right
}

// A Variable is an environment variable that a program reads.
type Variable struct {
	Key        string     `json:"key"`
	Type       string     `json:"type"` // by use: string, int, float, bool, duration, list
	Required   bool       `json:"required"`
	HasDefault bool       `json:"has_default"`
	Default    string     `json:"default"`  // empty for secrets, which no report prints
	Class      string     `json:"class"`    // of the default, or secret by the name
	Late       bool       `json:"late"`     // read while serving, not at the start
	Places     []Position `json:"places"`   // where it is read
	Programs   []string   `json:"programs"` // import paths of the main packages that read it
}

// A Skipped is something that was not analysed, and why.
type Skipped struct {
	Package string `json:"package"` // import path; empty if it concerns the whole run
	Reason  string `json:"reason"`
}

// A Result is the outcome of a run.
type Result struct {
	Findings []Finding
	Skipped  []Skipped
	Packages int    // that the tool answered for
	Rules    []Rule // of the checks that ran, sorted by name
	Dir      string // what relative file names are relative to
}

// Rule returns the rule of a check; the zero Rule if it has none.
func (r *Result) Rule(check string) Rule {
	for _, rule := range r.Rules {
		if rule.Name == check {
			return rule
		}
	}
	return Rule{}
}

// Sort orders findings by place, check and message, and drops repetitions: a
// file can be analysed in more than one variant of its package.
func (r *Result) Sort() {
	slices.SortStableFunc(r.Findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Position.File, b.Position.File),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Check, b.Check),
			cmp.Compare(a.Message, b.Message),
		)
	})
	r.Findings = slices.CompactFunc(r.Findings, func(a, b Finding) bool {
		return a.Position == b.Position && a.Check == b.Check && a.Message == b.Message
	})
	slices.SortStableFunc(r.Skipped, func(a, b Skipped) int {
		return cmp.Or(cmp.Compare(a.Package, b.Package), cmp.Compare(a.Reason, b.Reason))
	})
	r.Skipped = slices.Compact(r.Skipped)
}

// Printable replaces what would let a hostile file name or source text control
// a terminal.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return '?'
		}
		return r
	}, s)
}
