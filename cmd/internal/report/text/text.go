// Package text prints findings for people.
package text

import (
	"fmt"
	"io"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// Write prints one line per finding, its related places indented below.
func Write(w io.Writer, r *finding.Result) error {
	var b strings.Builder
	for _, f := range r.Findings {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", place(f.Position), f.Level, clean(f.Message), f.Check)
		for _, rel := range f.Related {
			fmt.Fprintf(&b, "\t%s: %s\n", place(rel.Position), clean(rel.Message))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func place(p finding.Position) string {
	return fmt.Sprintf("%s:%d:%d", clean(p.File), p.Line, p.Column)
}

// clean keeps a hostile file name or source text from controlling a terminal.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return '?'
		}
		return r
	}, s)
}
