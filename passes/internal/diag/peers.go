package diag

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// peers maps linters to our check that asks the same: who has told one of them
// that a place is right has said so to us. Those that ask for less, such as
// whether there is a Close somewhere, are not among them.
var peers = map[string]string{
	"errcheck": "swallowederr", "nilerr": "swallowederr", "nilnesserr": "swallowederr",
	"rowserrcheck": "rowserr",
	"noctx":        "ctxless", "contextcheck": "ctxless",
}

// A place is a line of a file.
type place struct {
	file *token.File
	line int
}

// answered returns the lines whose comment //nolint:LINTER names a peer of the
// check.
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
					if peers[linter] == pass.Analyzer.Name {
						file := pass.Fset.File(c.Pos())
						lines[place{file, file.Line(c.Pos())}] = true
					}
				}
			}
		}
	}
	return lines
}
