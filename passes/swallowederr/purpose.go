package swallowederr

import (
	"go/ast"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// purpose matches comments that say why an error is ignored.
var purpose = regexp.MustCompile(`(?i)\b(ignor|best[- ]?effort|non[- ]?fatal|non[- ]?critical|not (fatal|critical|an error|a problem)|optional|expected|harmless|on purpose|intention|deliberate|don'?t (care|fail|return)|do not (care|fail|return)|never fail|cannot fail|can'?t fail|no error|safe to|just log|log and (continue|go on|proceed|move on)|(continue|carry|go) (on|anyway)|keep going|proceed anyway|no need to|regardless of|does(n'?t| not) matter|nolint|swallow|fall ?back|skip)`)

// contract matches what the documentation of a function says of its errors.
var contract = regexp.MustCompile(`(?i)best[- ]?effort|regardless of (any )?(errors?|failures?)|errors are (ignored|logged)|never fails`)

// intended reports whether a comment on the line of n, or on the one above,
// says that the error is ignored on purpose.
func intended(pass *analysis.Pass, n ast.Node) bool {
	f := typequery.File(pass, n.Pos())
	if f == nil {
		return false
	}
	for _, d := range f.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok && fd.Pos() <= n.Pos() && n.End() <= fd.End() && contract.MatchString(fd.Doc.Text()) {
			return true
		}
	}
	line := pass.Fset.Position(n.Pos()).Line
	for _, group := range f.Comments {
		first, last := pass.Fset.Position(group.Pos()).Line, pass.Fset.Position(group.End()).Line
		if last >= line-1 && first <= line && purpose.MatchString(group.Text()+directives(group)) {
			return true
		}
	}
	return false
}

// directives returns the raw text of a group: Text leaves out //nolint and its
// kin. Our own directives name their checks and are obeyed elsewhere.
func directives(g *ast.CommentGroup) string {
	s := ""
	for _, c := range g.List {
		if !strings.HasPrefix(c.Text, diag.DirectivePrefix) {
			s += c.Text
		}
	}
	return s
}

// purposeful reports whether a comment at the call, at the branch of the error
// or at the claim says that the failure does not matter.
func (c *checker) purposeful(src source, l errpath.Loss) bool {
	if intended(c.Pass, src.call) {
		return true
	}
	branch, ok := c.branchOf(l).(*ast.IfStmt)
	return ok && (intended(c.Pass, c.chainOf(branch)) || intended(c.Pass, branch) || c.commented(branch.Body))
}

// chainOf returns the first if of a chain of else-ifs.
func (c *checker) chainOf(branch *ast.IfStmt) *ast.IfStmt {
	for _, n := range typequery.Path(c.Pass, branch.Pos())[1:] {
		outer, ok := n.(*ast.IfStmt)
		if !ok || outer.Else != ast.Stmt(branch) {
			break
		}
		branch = outer
	}
	return branch
}

// commented reports whether a comment in the branch gives a purpose.
func (c *checker) commented(branch ast.Stmt) bool {
	f := typequery.File(c.Pass, branch.Pos())
	for _, group := range f.Comments {
		if branch.Pos() <= group.Pos() && group.End() <= branch.End() && purpose.MatchString(directives(group)) {
			return true
		}
	}
	return false
}
