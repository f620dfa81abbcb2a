package swallowederr

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// paths follows the failure of every call that loses something.
func (c *checker) paths() {
	var calls []*ssa.Call
	for _, fn := range c.ResultOf[ssaquery.Analyzer].(*ssaquery.Form).Build().Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok && call.Pos().IsValid() {
					calls = append(calls, call)
				}
			}
		}
	}
	for _, call := range calls {
		c.noReturn(call)
		fn := ssaquery.Callee(&call.Call)
		if fn == nil || c.effects.AlwaysNil(fn) || encodes(call, fn) || c.outside(call.Pos()) {
			continue
		}
		if c.effectOf(fn)&(errflow.Read|errflow.Write) != 0 {
			c.judge(call, fn)
		} else {
			c.unread(call, fn)
		}
	}
}

// unread reports a call, whatever it loses, whose error is given to a variable
// that nobody reads before it is set again, while its other results are used.
func (c *checker) unread(call *ssa.Call, fn *types.Func) {
	if !errpath.Unread(call) {
		return
	}
	src := source{fn: fn}
	src.call, src.path = typequery.CallAt(c.Pass, call.Pos())
	if src.call == nil || !c.named(src) || intended(c.Pass, src.call) || c.refused(src) {
		return
	}
	c.Report(analysis.Diagnostic{
		Pos: src.call.Pos(), End: src.call.End(), Category: CategoryOverwritten,
		Message: fmt.Sprintf("the error of %s is overwritten before anybody reads it: if it fails, the code goes on with what it yields", typequery.Name(src.call.Fun)),
	})
}

// outside reports whether findings at pos are not for the users of the package.
func (c *checker) outside(pos token.Pos) bool {
	return typequery.Generated(c.Pass, pos) || typequery.IsTest(c.Pass, pos)
}

// A source is a failed call in the syntax.
type source struct {
	call   *ast.CallExpr
	path   []ast.Node // outwards from call
	fn     *types.Func
	name   string
	effect errflow.Effect
}

func (c *checker) judge(call *ssa.Call, fn *types.Func) {
	src := source{fn: fn, effect: c.effectOf(fn)}
	src.call, src.path = typequery.CallAt(c.Pass, call.Pos())
	if src.call == nil || counted(src) || !writesData(c.TypesInfo, src.call) && src.effect&errflow.Read == 0 {
		return
	}
	src.name = typequery.Name(src.call.Fun)
	best := errpath.Loss{}
	for _, l := range c.effects.Lost(call) {
		if better(l, best) && (l.Claim != errpath.Overwritten || !c.refused(src)) {
			best = l
		}
	}
	if best.Claim != 0 && !c.purposeful(src, best) && !c.alternative(src, best) {
		c.reportLoss(src, best)
	}
}

// counted reports whether only the number of rows is asked of a query: whether
// there is one already, which the write that follows finds out as well.
func counted(src source) bool {
	if len(src.path) < 2 || src.effect&errflow.Write != 0 {
		return false
	}
	sel, ok := src.path[1].(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "RowsAffected"
}

// alternative reports whether a read only asks what is there: with an answer the
// code does one thing, and else another.
func (c *checker) alternative(src source, l errpath.Loss) bool {
	branch, ok := c.branchOf(l).(*ast.IfStmt)
	if !ok || src.effect&errflow.Write != 0 || l.Claim == errpath.NilReturn {
		return false
	}
	cmp, ok := branch.Cond.(*ast.BinaryExpr)
	return ok && cmp.Op == token.EQL && typequery.IsNil(c.TypesInfo, cmp.Y) && (branch.Else != nil || leaves(branch.Body))
}

// leaves reports whether a block ends by leaving the function.
func leaves(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	_, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	return ok
}

// better prefers the claim that stands nearest to the failure.
func better(l, best errpath.Loss) bool {
	return best.Claim == 0 || l.Claim < best.Claim
}

// branchOf returns the statement that found the error.
func (c *checker) branchOf(l errpath.Loss) ast.Node {
	pos := l.At
	switch {
	case l.Test != nil:
		pos = l.Test.Cond.Pos()
	case l.Claim != errpath.Empty:
		return nil
	}
	for _, n := range typequery.Path(c.Pass, pos) {
		switch n.(type) {
		case *ast.IfStmt, *ast.SwitchStmt, *ast.ForStmt:
			return n
		}
	}
	return nil
}
