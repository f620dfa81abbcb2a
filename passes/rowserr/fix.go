package rowserr

import (
	"fmt"
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/edit"
	"github.com/prodvet/prodvet/passes/internal/iterate"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// fix asks Err right behind the loop whose condition is the step, where the
// function can return the answer.
func (c *checker) fix(u iterate.Unasked, name string) *analysis.SuggestedFix {
	if u.Step == nil || !oneWord(name) {
		return nil
	}
	step, path := typequery.CallAt(c.Pass, u.Step.Pos())
	if step == nil || len(path) < 3 {
		return nil
	}
	loop, ok := path[1].(*ast.ForStmt)
	sel, isSel := ast.Unparen(step.Fun).(*ast.SelectorExpr)
	if !ok || loop.Cond != ast.Expr(step) || !isSel {
		return nil
	}
	id, ok := sel.X.(*ast.Ident)
	if _, inBlock := path[2].(*ast.BlockStmt); !ok || id.Name != name || !inBlock {
		return nil
	}
	results := typequery.EnclosingResults(c.TypesInfo, path)
	zeros, ok := edit.ZeroValues(results)
	if !ok {
		return nil
	}
	ret := strings.Join(append(zeros, "err"), ", ")
	at := edit.LineEnd(c.Pass, loop.End())
	return &analysis.SuggestedFix{
		Message: fmt.Sprintf("Ask %s.Err after the loop", name),
		TextEdits: []analysis.TextEdit{{
			Pos: at, End: at,
			NewText: fmt.Appendf(nil, "\nif err := %s.Err(); err != nil {\nreturn %s\n}", name, ret),
		}},
	}
}

// oneWord reports whether name is one identifier.
func oneWord(name string) bool { return !strings.ContainsAny(name, ". ()[]*") }
