package driver

import (
	"fmt"
	"slices"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// The categories by which checks tell of directives mirror those of diag, which
// this side of the house cannot import.
const (
	directiveCategory = "directive"
	usedCategory      = "directive-used"
)

// A silence is a directive's claim on one check.
type silence struct {
	file  string
	line  int
	check string
}

// directives collects what the checks say of directives. A package is analysed
// in variants, and a directive may be of use in one of them only.
type directives map[silence]*directive

type directive struct {
	at   finding.Finding // zero if only its use was seen so far
	used bool
}

// note takes a finding that tells of a directive, and reports whether it was one.
func (ds directives) note(f finding.Finding) bool {
	if f.Category != directiveCategory && f.Category != usedCategory {
		return false
	}
	key := silence{f.Position.File, f.Position.Line, f.Message}
	if ds[key] == nil {
		ds[key] = new(directive)
	}
	if f.Category == usedCategory {
		ds[key].used = true
	} else {
		ds[key].at = f
	}
	return true
}

// unused returns a finding for each directive that silenced nothing of a check
// that ran.
func (ds directives) unused(sel analyzers.Selection) []finding.Finding {
	var out []finding.Finding
	for key, d := range ds {
		if d.used || d.at.Check == "" || !slices.Contains(sel.On, key.check) {
			continue
		}
		f := d.at
		f.Category, f.Level = "unused", string(analyzers.Warning)
		f.Message = fmt.Sprintf("the directive silences no finding of %s: take it out", key.check)
		out = append(out, f)
	}
	return out
}
