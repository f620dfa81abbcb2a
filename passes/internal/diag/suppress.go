package diag

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A directive is a comment "//prodvet:ignore CHECK[,CHECK] REASON". It holds for
// its own line and the next one; in the comment of a declaration for all of it,
// and before the package clause for the file.
type directive struct {
	checks     []string
	reason     string
	start, end token.Pos // where it holds, if in a declaration or a file
	line       int       // of the comment
	file       *token.File
}

const prefix = "//prodvet:ignore"

// suppressing returns a pass whose findings the directives of its files can
// suppress. One without a reason does not, and the finding says so.
func suppressing(pass *analysis.Pass) *analysis.Pass {
	p := *pass
	var all []directive
	collected := false
	p.Report = func(d analysis.Diagnostic) {
		if d.Category == InternalCategory || d.Category == ConfigCategory {
			pass.Report(d)
			return
		}
		if isSample(pass.Pkg.Path()) {
			return
		}
		if !collected {
			all, collected = directives(pass), true
		}
		for _, x := range all {
			if !slices.Contains(x.checks, pass.Analyzer.Name) || !x.covers(d.Pos) {
				continue
			}
			if x.reason != "" {
				return
			}
			d.Message += " (" + prefix + " needs a reason behind the name of the check)"
			break
		}
		pass.Report(d)
	}
	return &p
}

// sample matches the elements of import paths of code that never serves anybody:
// examples, and what stands in for something else in tests.
var sample = regexp.MustCompile(`^(_?examples?|samples?|demos?|mocks?|fakes?|mock[-_]?\w+|fake[-_]?\w+|test_?(util|helper|kit)s?|testing|e2e|fixtures?)$`)

func isSample(path string) bool {
	return slices.ContainsFunc(strings.Split(strings.TrimSuffix(path, "_test"), "/"), sample.MatchString)
}

func directives(pass *analysis.Pass) []directive {
	var out []directive
	for _, f := range pass.Files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				text, ok := strings.CutPrefix(c.Text, prefix)
				if !ok || text == "" || text[0] != ' ' {
					continue
				}
				checks, reason, _ := strings.Cut(strings.TrimSpace(text), " ")
				x := directive{checks: strings.Split(checks, ","), reason: strings.TrimSpace(reason), file: pass.Fset.File(c.Pos())}
				x.line = x.file.Line(c.Pos())
				x.start, x.end = scope(f, g)
				out = append(out, x)
			}
		}
	}
	return out
}

// scope returns the extent of what a comment is the documentation of: a
// declaration, or the file; NoPos for any other comment.
func scope(f *ast.File, g *ast.CommentGroup) (start, end token.Pos) {
	if g.End() < f.Package {
		return f.FileStart, f.FileEnd
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Doc == g {
				return d.Pos(), d.End()
			}
		case *ast.GenDecl:
			if d.Doc == g {
				return d.Pos(), d.End()
			}
		}
	}
	return token.NoPos, token.NoPos
}

func (x directive) covers(pos token.Pos) bool {
	if x.start.IsValid() && x.start <= pos && pos < x.end {
		return true
	}
	base := token.Pos(x.file.Base())
	if pos < base || pos > base+token.Pos(x.file.Size()) {
		return false
	}
	line := x.file.Line(pos)
	return line == x.line || line == x.line+1
}
