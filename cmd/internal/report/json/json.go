// Package json prints findings as one JSON document, described in docs/json.md.
package json

import (
	"encoding/json"
	"io"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// Version is the version of the document. It grows when a field changes its
// meaning or goes; new fields do not change it.
const Version = 1

type document struct {
	Version     int               `json:"version"`
	Findings    []finding.Finding `json:"findings"`
	NotAnalysed []finding.Skipped `json:"not_analysed"`
}

// Write prints the document. Lists are never null.
func Write(w io.Writer, r *finding.Result) error {
	doc := document{Version: Version, Findings: []finding.Finding{}, NotAnalysed: []finding.Skipped{}}
	for _, f := range r.Findings {
		if f.Related == nil {
			f.Related = []finding.Related{}
		}
		if f.Fixes == nil {
			f.Fixes = []finding.Fix{}
		}
		doc.Findings = append(doc.Findings, f)
	}
	doc.NotAnalysed = append(doc.NotAnalysed, r.Skipped...)
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(doc)
}
