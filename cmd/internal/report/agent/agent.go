// Package agent prints findings for coding agents: few, the surest first, each
// with its path in words and the smallest change that settles it. docs/agents.md
// describes the document.
package agent

import (
	"cmp"
	"encoding/json"
	"fmt"
	"go/format"
	"io"
	"maps"
	"slices"

	"github.com/aymanbagabas/go-udiff"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/source"
)

// Version is the version of the document, as for the JSON report.
const Version = 1

// Limit is the number of findings that the document holds: more than an agent
// settles before it should run prodvet again.
const Limit = 20

type document struct {
	Version     int               `json:"version"`
	Summary     string            `json:"summary"`
	Findings    []item            `json:"findings"`
	Omitted     int               `json:"omitted"`
	NotAnalysed []finding.Skipped `json:"not_analysed"`
}

type item struct {
	ID       string   `json:"id"` // the fingerprint
	Check    string   `json:"check"`
	Category string   `json:"category"`
	Level    string   `json:"level"`
	File     string   `json:"file"`
	Line     int      `json:"line"`
	Function string   `json:"function"`
	Code     string   `json:"code"`
	Problem  string   `json:"problem"`
	Event    string   `json:"event"`
	Path     []string `json:"path"`
	Fix      fix      `json:"fix"`
}

type fix struct {
	How     string `json:"how"`
	Diff    string `json:"diff"`              // empty if there is no safe edit
	Example string `json:"example,omitempty"` // code of the documentation, for the first of a check without diff
}

// Write prints the document. Lists are never null.
func Write(w io.Writer, r *finding.Result) error {
	ranked := slices.Clone(r.Findings)
	slices.SortStableFunc(ranked, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(len(b.Fixes), len(a.Fixes)))
	})
	shown := ranked[:min(len(ranked), Limit)]
	doc := document{
		Version: Version, Summary: summary(r, len(shown)),
		Findings: []item{}, Omitted: len(ranked) - len(shown), NotAnalysed: []finding.Skipped{},
	}
	doc.NotAnalysed = append(doc.NotAnalysed, r.Skipped...)
	files := source.New(r.Dir)
	explained := make(map[string]bool)
	for _, f := range shown {
		it := itemOf(f, r.Rule(f.Check), files)
		if it.Fix.Diff == "" && !explained[f.Check] {
			explained[f.Check] = true
			it.Fix.Example = r.Rule(f.Check).Instead
		}
		doc.Findings = append(doc.Findings, it)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}

// rank orders levels.
func rank(f finding.Finding) int { return slices.Index([]string{"error", "warning", "note"}, f.Level) }

func summary(r *finding.Result, shown int) string {
	if len(r.Findings) == 0 && len(r.Skipped) == 0 {
		return "nothing found"
	}
	text := fmt.Sprintf("%d findings", len(r.Findings))
	if shown < len(r.Findings) {
		text += fmt.Sprintf(", the first %d here: settle them and run again", shown)
	}
	if len(r.Skipped) > 0 {
		text += fmt.Sprintf("; %d packages or passes were not analysed", len(r.Skipped))
	}
	return text
}

func itemOf(f finding.Finding, rule finding.Rule, files *source.Files) item {
	it := item{
		ID: f.Fingerprint, Check: f.Check, Category: f.Category, Level: f.Level,
		File: f.Position.File, Line: f.Position.Line, Function: f.Function,
		Code: files.Line(f.Position.File, f.Position.Line), Problem: f.Message, Event: rule.Event,
		Path: []string{},
	}
	for _, rel := range f.Related {
		it.Path = append(it.Path, fmt.Sprintf("%s:%d: %s", rel.Position.File, rel.Position.Line, rel.Message))
	}
	if len(f.Fixes) > 0 {
		it.Fix = fix{How: f.Fixes[0].Message, Diff: diff(f.Fixes[0], files)}
	} else {
		it.Fix.How = "no safe edit: prodvet explain " + f.Check + " shows how it is done right; if this place is right, //prodvet:ignore " + f.Check + " and the reason"
	}
	return it
}

// diff returns the unified diff of a fix, with one line of context, formatted
// as prodvet -fix leaves it. It is empty if a file changed since the run.
func diff(f finding.Fix, files *source.Files) string {
	edits := make(map[string][]udiff.Edit)
	for _, e := range f.Edits {
		edits[e.File] = append(edits[e.File], udiff.Edit{Start: e.Start, End: e.End, New: e.New})
	}
	out := ""
	for _, name := range slices.Sorted(maps.Keys(edits)) {
		before := string(files.Text(name))
		after, err := udiff.Apply(before, edits[name])
		if err != nil {
			return ""
		}
		if formatted, err := format.Source([]byte(after)); err == nil {
			after = string(formatted)
		}
		text, err := udiff.ToUnified("a/"+name, "b/"+name, before, udiff.Lines(before, after), 1)
		if err != nil {
			return ""
		}
		out += text
	}
	return out
}
