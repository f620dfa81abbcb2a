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
		if p.Returns >= 0 {
			parts = append(parts, fmt.Sprintf("returns(%d)=%d", p.Param, p.Returns))
		}
	}
	for _, r := range f.Results {
		parts = append(parts, fmt.Sprintf("owned(%d)=%s", r.Result, r.Kind))
	}
	if f.NoReturn {
		parts = append(parts, "noReturn")
	}
	return strings.Join(parts, " ")
}

// analysedFact is a fact indicating that a package was analysed: a function of
// it without a summary borrows.
type analysedFact struct{}

func (*analysedFact) AFact() {}

func (*analysedFact) String() string { return "ownership analysed" }
