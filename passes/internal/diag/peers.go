package diag

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// peers maps linters to our check that asks the same: who has told one of them
// that a place is right has said so to us. Those that ask for less, such as
// whether there is a Close somewhere, are not among them.
var peers = map[string][]string{
	"errcheck": {"swallowederr"}, "nilerr": {"swallowederr"}, "nilnesserr": {"swallowederr"},
	"rowserrcheck": {"rowserr"},
	"noctx":        {"ctxless"}, "contextcheck": {"ctxless"},
	"gosec": {"notimeout", "secretlit"}, // its G112 and G114; its G101
}

// A place is a line of a file.
type place struct {
	file *token.File
	line int
}

// answered returns the lines for which a comment //nolint:LINTER, on them or
// above, names a peer of the check.
func answered(pass *analysis.Pass) map[place]bool {
	lines := make(map[place]bool)
	for _, f := range pass.Files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				list, ok := strings.CutPrefix(strings.ReplaceAll(c.Text, "// nolint:", "//nolint:"), "//nolint:")
				if !ok {
					continue
				}
				list, _, _ = strings.Cut(list, " ")
				for linter := range strings.SplitSeq(list, ",") {
					if slices.Contains(peers[linter], pass.Analyzer.Name) {
						file := pass.Fset.File(c.Pos())
						line := file.Line(c.Pos())
						lines[place{file, line}], lines[place{file, line + 1}] = true, true
					}
				}
			}
		}
	}
	return lines
}
