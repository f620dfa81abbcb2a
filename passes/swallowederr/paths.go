package swallowederr

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ending"
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
		if fn == nil || c.effects.AlwaysNil(fn) || c.outside(call.Pos()) {
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
	if src.call == nil || !c.named(src) || intended(c.Pass, src.call) {
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
		if better(l, best) {
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

// purposeful reports whether a comment at the call, at the branch of the error
// or at the claim says that the failure does not matter.
func (c *checker) purposeful(src source, l errpath.Loss) bool {
	if intended(c.Pass, src.call) {
		return true
	}
	branch, ok := c.branchOf(l).(*ast.IfStmt)
	return ok && (intended(c.Pass, branch) || c.commented(branch.Body))
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

// A finding is what is said of a loss.
type finding struct {
	category, message string
	at                ast.Node
}

func (c *checker) reportLoss(src source, l errpath.Loss) {
	f, ok := c.describe(src, l)
	if !ok || f.at == nil || isNote(f.category) && !notes {
		return
	}
	d := analysis.Diagnostic{Pos: f.at.Pos(), End: f.at.End(), Category: f.category, Message: f.message}
	if f.at != ast.Node(src.call) {
		d.Related = []analysis.RelatedInformation{{Pos: src.call.Pos(), End: src.call.End(), Message: "this call fails"}}
	}
	if fix := c.fix(src, l); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	if !intended(c.Pass, f.at) {
		c.Report(d)
	}
}

// describe chooses category, message and place. ok is false for a loss that
// nobody would miss.
func (c *checker) describe(src source, l errpath.Loss) (f finding, ok bool) {
	write := src.effect&errflow.Write != 0
	read := src.effect&(errflow.Read|errflow.Remote) == errflow.Read|errflow.Remote
	test := c.condition(l)
	if test == nil {
		test = src.call
	}
	switch l.Claim {
	case errpath.NilReturn:
		if l.Value && !c.grpcMethod(src) {
			return f, false
		}
		return c.nilReturn(src, c.returnAt(l.At))
	case errpath.WrongError:
		return finding{CategoryWrongErr, fmt.Sprintf("this returns nil where %s failed: its error is another one, so the caller sees success", src.name), c.returnAt(l.At)}, true
	case errpath.Overwritten:
		return finding{CategoryOverwritten, fmt.Sprintf("the error of %s is overwritten before anybody reads it: %s", src.name, c.consequence(src)), src.call}, (write || read) && c.named(src)
	case errpath.Dropped:
		return finding{CategoryDropped, fmt.Sprintf("the error of %s is dropped: %s", src.name, c.consequence(src)), src.call}, write || read && !c.answersBool(src)
	case errpath.ClientFault:
		return finding{CategoryClientFault, fmt.Sprintf("every failure of %s is answered with %d: an outage looks like a mistake of the client, and nobody is told", src.name, l.Status), test}, src.effect&errflow.Remote != 0
	case errpath.Answered:
		return finding{c.level(CategoryStatus200, !l.Quiet), fmt.Sprintf("when %s fails, the handler answers %s: %s", src.name, answered(l.Status), c.consequence(src)), test}, write || read && !l.Logged && !l.Exists
	case errpath.LogOnly:
		return finding{CategoryLogOnly, fmt.Sprintf("when %s fails, that is only logged: %s", src.name, c.consequence(src)), test}, write
	case errpath.Empty:
		return finding{c.level(CategoryEmpty, write && !l.Value), fmt.Sprintf("the failure of %s is found and forgotten: %s", src.name, c.consequence(src)), test}, write
	case errpath.Partial:
		return finding{c.level(CategoryPartial, !l.Logged && c.canReturn(src)), fmt.Sprintf("when %s fails, the loop goes on and the function returns success: what failed is missing, and nobody is told", src.name), test}, write || read && !l.Exists
	}
	return f, false
}

// level returns the category of a claim, or of its note.
func (c *checker) level(category string, sure bool) string {
	if sure {
		return category
	}
	return category + "-note"
}

// nilReturn describes a nil returned in the branch of the error.
func (c *checker) nilReturn(src source, ret ast.Node) (finding, bool) {
	if src.effect&errflow.Write != 0 {
		return finding{CategoryNilReturn, fmt.Sprintf("nil is returned when %s fails: the write is lost and the caller sees success", src.name), ret}, true
	}
	return finding{CategoryNilRead, fmt.Sprintf("nil is returned when %s fails: the caller takes missing data for an empty answer", src.name), ret}, true
}

// condition returns the condition that found the error.
func (c *checker) condition(l errpath.Loss) ast.Node {
	switch n := c.branchOf(l).(type) {
	case *ast.IfStmt:
		return n.Cond
	case nil:
		return nil
	default:
		return n
	}
}

// returnAt returns the return statement at pos.
func (c *checker) returnAt(pos token.Pos) ast.Node {
	for _, n := range typequery.Path(c.Pass, pos) {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			return ret
		}
	}
	return nil
}

// consequence says what nobody will find.
func (c *checker) consequence(src source) string {
	end := "and nobody is told"
	if c.canReturn(src) {
		end = "and the function returns success"
	}
	if src.effect&errflow.Write != 0 {
		return "the write is lost " + end
	}
	return "data is missing " + end
}

func answered(status int) string {
	if status == 0 {
		return "nothing, which is an empty 200"
	}
	return fmt.Sprint(status)
}

// canReturn reports whether the function around the call has an error result.
func (c *checker) canReturn(src source) bool {
	t := typequery.EnclosingResults(c.TypesInfo, src.path)
	return t != nil && canFail(t)
}

// answersBool reports whether the function around the call only answers yes or
// no.
func (c *checker) answersBool(src source) bool {
	t := typequery.EnclosingResults(c.TypesInfo, src.path)
	if t == nil || t.Len() != 1 {
		return false
	}
	b, ok := t.At(0).Type().Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// named reports whether the error of the call was given to a variable: a blank
// one says that nobody wants it.
func (c *checker) named(src source) bool {
	if len(src.path) < 2 {
		return false
	}
	as, ok := src.path[1].(*ast.AssignStmt)
	return ok && len(as.Rhs) == 1 && !isBlank(as.Lhs[len(as.Lhs)-1])
}

// grpcMethod reports whether the call stands in a method of a gRPC service: its
// response beside a nil error is success.
func (c *checker) grpcMethod(src source) bool {
	for _, n := range src.path {
		fd, ok := n.(*ast.FuncDecl)
		if !ok || fd.Recv == nil {
			continue
		}
		obj, ok := c.TypesInfo.Defs[fd.Name].(*types.Func)
		return ok && ending.EmbedsService(obj.Signature().Recv().Type())
	}
	return false
}
