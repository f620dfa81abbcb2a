// Package github prints findings as annotations of a GitHub workflow, in the
// form of docs.github.com/en/actions/reference/workflow-commands-for-github-actions.
package github

import (
	"fmt"
	"io"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

var (
	data     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// commands are the workflow commands of our levels.
var commands = map[string]string{"error": "error", "warning": "warning", "note": "notice"}

// Write prints one command per finding. GitHub hides related places, so the
// message names them.
func Write(w io.Writer, r *finding.Result) error {
	var b strings.Builder
	for _, f := range r.Findings {
		message := finding.Printable(f.Message)
		for _, rel := range f.Related {
			message += "\n" + finding.Printable(fmt.Sprintf("%s:%d: %s", rel.Position.File, rel.Position.Line, rel.Message))
		}
		fmt.Fprintf(&b, "::%s file=%s,line=%d", commands[f.Level], property.Replace(f.Position.File), f.Position.Line)
		if f.End.Line > f.Position.Line {
			fmt.Fprintf(&b, ",endLine=%d", f.End.Line) // columns are for one line only
		} else if f.Position.Column > 0 {
			fmt.Fprintf(&b, ",col=%d", f.Position.Column)
			if f.End.Column > f.Position.Column {
				fmt.Fprintf(&b, ",endColumn=%d", f.End.Column)
			}
		}
		fmt.Fprintf(&b, ",title=%s::%s\n", property.Replace("prodvet "+f.Check), data.Replace(message))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
