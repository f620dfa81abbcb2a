package ownerfacts

import (
	"fmt"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/ownership"
)

// summaryFact is a fact indicating what a function does to the obligations of
// its parameters and results. Functions that only borrow have none.
type summaryFact struct {
	ownership.Summary
}

func (*summaryFact) AFact() {}

func (f *summaryFact) String() string {
	var parts []string
	for _, p := range f.Params {
		switch {
		case p.Every:
			parts = append(parts, fmt.Sprintf("releases(%d)", p.Param))
		case p.Some:
			parts = append(parts, fmt.Sprintf("mayRelease(%d)", p.Param))
		}
		if p.Stores {
			parts = append(parts, fmt.Sprintf("stores(%d)", p.Param))
		}
		if p.Held >= 0 {
			parts = append(parts, fmt.Sprintf("holds(%d)=%d by %s", p.Param, p.Held, strings.Join(p.Releases, ",")))
		}
		if p.Returns >= 0 {
			parts = append(parts, fmt.Sprintf("returns(%d)=%d", p.Param, p.Returns))
		}
	}
	for _, r := range f.Results {
		text := fmt.Sprintf("owned(%d)=%s", r.Result, r.Kind)
		if len(r.Releases)+len(r.Fields) > 0 {
			text += fmt.Sprintf(" by %s of %s", strings.Join(r.Releases, ","), strings.Join(r.Fields, ","))
		}
		parts = append(parts, text)
	}
	if f.NoReturn {
		parts = append(parts, "noReturn")
	}
	return strings.Join(parts, " ")
}

// ownerFact is a fact indicating that a struct type holds resources in some
// fields, and which of its methods release them.
type ownerFact struct {
	ownership.Owner
}

func (*ownerFact) AFact() {}

func (f *ownerFact) String() string {
	var parts []string
	for _, o := range f.Fields {
		parts = append(parts, fmt.Sprintf("owner(%s) by %s", o.Name, strings.Join(o.Releases, ",")))
	}
	return strings.Join(parts, " ")
}

// analysedFact is a fact indicating that a package was analysed: a function of
// it without a summary borrows.
type analysedFact struct{}

func (*analysedFact) AFact() {}

func (*analysedFact) String() string { return "ownership analysed" }
