// Package page writes the documentation of a check in Markdown: prodvet explain,
// docs/checks and the help texts of SARIF are the same page.
package page

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// Rule returns what reports say of a check.
func Rule(e analyzers.Entry) finding.Rule {
	return finding.Rule{
		Name:    e.Analyzer.Name,
		Summary: Summary(e),
		Page:    Check(e),
		URL:     e.Analyzer.URL,
		Group:   string(e.Group),
		Level:   string(e.Level),
		Event:   e.Event,
		Instead: instead(e.Analyzer.Doc),
	}
}

// Summary is the clause behind "name: " in the first line of a check's text.
func Summary(e analyzers.Entry) string {
	first, _, _ := strings.Cut(e.Analyzer.Doc, "\n")
	_, clause, _ := strings.Cut(first, ": ")
	return clause
}

// instead returns the code behind "Instead:".
func instead(doc string) string {
	_, rest, _ := strings.Cut(doc, "\nInstead:\n\n")
	var b strings.Builder
	for line := range strings.Lines(rest) {
		code, ok := strings.CutPrefix(line, "\t")
		if !ok && strings.TrimSpace(line) != "" {
			break
		}
		b.WriteString(code)
	}
	return strings.TrimSpace(b.String())
}

// Check returns the page of a check.
func Check(e analyzers.Entry) string {
	var b strings.Builder
	_, body, _ := strings.Cut(e.Analyzer.Doc, "\n")
	fmt.Fprintf(&b, "# %s\n\n**%s**\n\n", e.Analyzer.Name, strings.ToUpper(Summary(e)[:1])+Summary(e)[1:])
	fmt.Fprintf(&b, "Group: [%s](README.md#%s). In production: %s. Level: %s. Since: %s.\n\n", e.Group, e.Group, e.Event, e.Level, e.Since)
	markdown(&b, body)
	if len(e.Overlaps) > 0 {
		fmt.Fprintf(&b, "\nAlso reported, in part, by: %s.\n", strings.Join(e.Overlaps, ", "))
	}
	precision(&b, e)
	categories(&b, e)
	flags(&b, e)
	fmt.Fprintf(&b, "\n## Silence\n\n```go\n//prodvet:ignore %s why this place is right\n```\n", e.Analyzer.Name)
	b.WriteString("\nIt holds for its own line and the next one, for the declaration or statement that it stands above, and for the file when it stands before the package clause.\n")
	return b.String()
}

// markdown turns a documentation text, whose code is indented by tabs, into
// Markdown with fences.
func markdown(b *strings.Builder, doc string) {
	inside := false
	blank := 0
	for _, line := range strings.Split(strings.TrimSpace(doc), "\n") {
		code, indented := strings.CutPrefix(line, "\t")
		if line == "" {
			blank++
			continue
		}
		if inside && !indented {
			b.WriteString("```\n")
			inside = false
		}
		for range blank {
			b.WriteByte('\n')
		}
		blank = 0
		if !inside && indented {
			b.WriteString("```go\n")
			inside = true
		}
		b.WriteString(code + "\n")
	}
	if inside {
		b.WriteString("```\n")
	}
}

// precisions counts verdicts of readers by check; go run ./cmd/dev precision
// writes it.
//
//go:embed precision.json
var precisions []byte

// precision says how often the check was right on real code.
func precision(b *strings.Builder, e analyzers.Entry) {
	var all map[string]struct{ Right, Wrong, Unsure int }
	if err := json.Unmarshal(precisions, &all); err != nil {
		return // a test reads the file
	}
	m := all[e.Analyzer.Name]
	if n := m.Right + m.Wrong + m.Unsure; n > 0 {
		fmt.Fprintf(b, "\nMeasured: of %d findings at the default levels, drawn at random from what it says of public services and tools and read with their callers, %d were right, %d wrong and %d could not be decided. What the check no longer reports since that reading is not counted, so a fresh sample may be worse ([verdicts](../../testdata/corpus/README.md)).\n", n, m.Right, m.Wrong, m.Unsure)
	}
}

func categories(b *strings.Builder, e analyzers.Entry) {
	if e.Categories == nil {
		return
	}
	b.WriteString("\n## Categories\n\n| category | level |\n| --- | --- |\n")
	for _, c := range slices.Sorted(slices.Values(e.Categories)) {
		fmt.Fprintf(b, "| `%s` | %s |\n", c, e.LevelOf(c))
	}
	fmt.Fprintf(b, "\n`levels` in [`.prodvet.yaml`](../config.md) changes them: `%s/%s: note`.\n", e.Analyzer.Name, slices.Min(e.Categories))
}

func flags(b *strings.Builder, e analyzers.Entry) {
	first := true
	e.Analyzer.Flags.VisitAll(func(f *flag.Flag) {
		if first {
			b.WriteString("\n## Options as a vet tool\n\n| flag | meaning |\n| --- | --- |\n")
			first = false
		}
		fmt.Fprintf(b, "| `-%s.%s` | %s |\n", e.Analyzer.Name, f.Name, f.Usage)
	})
}

// Index returns the page that lists the checks by group and by event.
func Index(entries []analyzers.Entry) string {
	var b strings.Builder
	b.WriteString("# The checks\n\nThis page and those of the checks are made from their documentation comments: `go test ./cmd/internal/page -update`.\n")
	var groups []analyzers.Group
	for _, e := range entries {
		if !slices.Contains(groups, e.Group) {
			groups = append(groups, e.Group)
		}
	}
	slices.Sort(groups)
	for _, g := range groups {
		fmt.Fprintf(&b, "\n## %s\n\n| check | reports | level |\n| --- | --- | --- |\n", g)
		for _, e := range entries {
			if e.Group == g {
				name := e.Analyzer.Name
				fmt.Fprintf(&b, "| [%s](%s.md) | %s | %s |\n", name, name, strings.TrimPrefix(Summary(e), "report "), e.Level)
			}
		}
	}
	b.WriteString("\n## By what happens in production\n\n| event | checks |\n| --- | --- |\n")
	events := make(map[string][]string)
	for _, e := range entries {
		events[e.Event] = append(events[e.Event], fmt.Sprintf("[%[1]s](%[1]s.md)", e.Analyzer.Name))
	}
	var names []string
	for event := range events {
		names = append(names, event)
	}
	slices.Sort(names)
	for _, event := range names {
		fmt.Fprintf(&b, "| %s | %s |\n", event, strings.Join(events[event], ", "))
	}
	return b.String()
}
