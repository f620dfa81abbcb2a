// Package report lists the formats in which findings are printed.
package report

import (
	"io"
	"slices"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/report/agent"
	"github.com/prodvet/prodvet/cmd/internal/report/github"
	"github.com/prodvet/prodvet/cmd/internal/report/json"
	"github.com/prodvet/prodvet/cmd/internal/report/sarif"
	"github.com/prodvet/prodvet/cmd/internal/report/text"
)

// A Format prints a result.
type Format struct {
	Name  string
	About string // one clause for the help text
	Write func(io.Writer, *finding.Result) error
	// Complete formats hold what was not analysed; for the others it goes to
	// standard error.
	Complete bool
}

// Formats lists the formats; the first is the default.
var Formats = []Format{
	{"text", "for people; coloured on a terminal", text.Write, false},
	{"json", "one document, see docs/json.md", json.Write, true},
	{"sarif", "SARIF 2.1.0, for code scanning", sarif.Write, true},
	{"github", "annotations of a GitHub workflow", github.Write, false},
	{"agent", "for coding agents: few, ranked, with path and fix, see docs/agents.md", agent.Write, true},
}

// Lookup returns the format of that name.
func Lookup(name string) (Format, bool) {
	i := slices.IndexFunc(Formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return Formats[i], true
}
