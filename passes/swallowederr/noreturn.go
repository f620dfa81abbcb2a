package swallowederr

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/edit"
	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// noReturn reports a handler that answers an error by call and goes on.
func (c *checker) noReturn(call *ssa.Call) {
	next := c.effects.RunsOn(call, func(x *ssa.Call) bool {
		fn := ssaquery.Callee(&x.Call)
		return fn != nil && c.effectOf(fn)&errflow.Write != 0
	})
	if next == nil || c.outside(call.Pos()) {
		return
	}
	answer, path := typequery.CallAt(c.Pass, call.Pos())
	then, _ := typequery.CallAt(c.Pass, next.Pos())
	if answer == nil || then == nil {
		return
	}
	d := analysis.Diagnostic{
		Pos: answer.Pos(), End: answer.End(), Category: CategoryNoReturn,
		Message: fmt.Sprintf("%s answers an error and the handler goes on to %s: what the check refused is done all the same", typequery.Name(answer.Fun), typequery.Name(then.Fun)),
		Related: []analysis.RelatedInformation{{Pos: then.Pos(), End: then.End(), Message: "the handler goes on here"}},
	}
	if fix := c.insertReturn(path); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	if !intended(c.Pass, answer) {
		c.Report(d)
	}
}

// insertReturn ends the handler after an answer that is the last statement of
// its branch.
func (c *checker) insertReturn(path []ast.Node) *analysis.SuggestedFix {
	if len(path) < 4 || typequery.EnclosingResults(c.TypesInfo, path).Len() > 0 {
		return nil
	}
	stmt, isStmt := path[1].(*ast.ExprStmt)
	block, inBlock := path[2].(*ast.BlockStmt)
	_, inIf := path[3].(*ast.IfStmt)
	if !isStmt || !inBlock || !inIf || block.List[len(block.List)-1] != ast.Stmt(stmt) {
		return nil
	}
	at := edit.LineEnd(c.Pass, stmt.End())
	return &analysis.SuggestedFix{
		Message:   `Insert "return" after the answer`,
		TextEdits: []analysis.TextEdit{{Pos: at, End: at, NewText: []byte("\nreturn")}},
	}
}
