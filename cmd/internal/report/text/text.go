// Package text prints findings for people.
package text

import (
	"fmt"
	"io"
	"strings"

	"github.com/fatih/color"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// colours of the levels. The library leaves them out unless standard output is
// a terminal, and where NO_COLOR is set.
var colours = map[string]*color.Color{
	"error":   color.New(color.FgRed, color.Bold),
	"warning": color.New(color.FgYellow),
	"note":    color.New(color.FgCyan),
}

var faint = color.New(color.Faint)

// Write prints one line per finding, its related places indented below.
func Write(w io.Writer, r *finding.Result) error {
	var b strings.Builder
	for _, f := range r.Findings {
		level := f.Level
		if c := colours[level]; c != nil {
			level = c.Sprint(level)
		}
		fmt.Fprintf(&b, "%s: %s: %s %s\n", place(f.Position), level, finding.Printable(f.Message), faint.Sprint("["+f.Check+"]"))
		for _, rel := range f.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", place(rel.Position), finding.Printable(rel.Message))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func place(p finding.Position) string {
	if p.Column == 0 { // behind a line directive without columns
		return fmt.Sprintf("%s:%d", finding.Printable(p.File), p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", finding.Printable(p.File), p.Line, p.Column)
}
