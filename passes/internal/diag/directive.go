package diag

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// DirectivePrefix begins the comment that silences checks.
const DirectivePrefix = "//prodvet:ignore"

// Categories by which checks tell a host about directives; see RecordUses.
const (
	DirectiveCategory = "directive"      // there is one for the check in the message
	UsedCategory      = "directive-used" // it silenced the check in the message
)

// A Directive is a comment "//prodvet:ignore CHECK[,CHECK] REASON". It holds for
// its own line and the next one; above a declaration or a statement for all of
// it, and before the package clause for the file.
type Directive struct {
	Pos, End token.Pos
	Checks   []string
	Reason   string

	from, to    token.Pos // the extent of what it stands above, if anything
	line, below int       // its line, and the one below its comment group
	file        *token.File
}

// Directives returns the directives in the files of a pass, in their order.
func Directives(pass *analysis.Pass) []Directive {
	var out []Directive
	for _, f := range pass.Files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				text, ok := strings.CutPrefix(c.Text, DirectivePrefix)
				if !ok || text != "" && text[0] != ' ' && text[0] != '\t' {
					continue
				}
				x := Directive{Pos: c.Pos(), End: c.End(), file: pass.Fset.File(c.Pos())}
				if fields := strings.Fields(text); len(fields) > 0 {
					x.Checks = strings.Split(fields[0], ",")
					x.Reason = strings.Join(fields[1:], " ")
				}
				x.line, x.below = x.file.Line(c.Pos()), x.file.Line(g.End())+1
				x.from, x.to = x.scope(f, g)
				out = append(out, x)
			}
		}
	}
	return out
}

// scope returns the extent of the file whose package clause follows, or else of
// the declaration or statement that begins on the line below; NoPos if neither.
func (x Directive) scope(f *ast.File, g *ast.CommentGroup) (start, end token.Pos) {
	if g.End() < f.Package {
		return f.FileStart, f.FileEnd
	}
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil || start.IsValid() || n.End() < g.End() {
			return false
		}
		switch n.(type) {
		case ast.Decl, ast.Stmt, ast.Spec, *ast.Field:
			if n.Pos() > g.End() && x.file.Line(n.Pos()) == x.below {
				start, end = n.Pos(), n.End()
			}
		}
		return !start.IsValid()
	})
	return start, end
}

func (x Directive) covers(pos token.Pos) bool {
	if x.from.IsValid() && x.from <= pos && pos < x.to {
		return true
	}
	base := token.Pos(x.file.Base())
	if pos < base || pos > base+token.Pos(x.file.Size()) {
		return false
	}
	line := x.file.Line(pos)
	return line == x.line || line == x.below
}
