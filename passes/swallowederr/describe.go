package swallowederr

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/ending"
	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

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
		if l.Logged && c.walks(src) {
			return f, false
		}
		return c.nilReturn(src, c.returnAt(l.At))
	case errpath.WrongError:
		return finding{CategoryWrongErr, fmt.Sprintf("this returns nil where %s failed: its error is another one, so the caller sees success", src.name), c.returnAt(l.At)}, true
	case errpath.Overwritten:
		return finding{CategoryOverwritten, fmt.Sprintf("the error of %s is overwritten before anybody reads it: %s", src.name, c.consequence(src)), src.call}, (write || read) && c.named(src) && !c.asksOtherwise(src)
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

// walks reports whether the call stands in a callback of a walk, where nil means
// to go on with the next file.
func (c *checker) walks(src source) bool {
	for i, n := range src.path {
		if _, lit := n.(*ast.FuncLit); !lit || i+1 == len(src.path) {
			continue
		}
		call, ok := src.path[i+1].(*ast.CallExpr)
		if !ok {
			return false
		}
		fn := typequery.Callee(c.TypesInfo, call)
		return fn != nil && strings.HasPrefix(fn.Name(), "Walk")
	}
	return false
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

// asksOtherwise reports whether one of the next statements returns an error under
// a condition of another kind: a status code, a flag in what the call fills.
func (c *checker) asksOtherwise(src source) bool {
	const near = 3
	if len(src.path) < 3 {
		return false
	}
	block, ok := src.path[2].(*ast.BlockStmt)
	if !ok {
		return false
	}
	i := slices.Index(block.List, src.path[1].(ast.Stmt))
	for _, stmt := range block.List[i+1 : min(i+1+near, len(block.List))] {
		branch, ok := stmt.(*ast.IfStmt)
		if !ok || !c.returnsNewError(branch.Body) {
			continue
		}
		if v, _ := typequery.ErrorTest(c.TypesInfo, branch.Cond); v == nil {
			return true
		}
	}
	return false
}

// returnsNewError reports whether a block ends by returning an error that it makes.
func (c *checker) returnsNewError(block *ast.BlockStmt) bool {
	if !leaves(block) {
		return false
	}
	results := block.List[len(block.List)-1].(*ast.ReturnStmt).Results
	if len(results) == 0 {
		return false
	}
	call, ok := ast.Unparen(results[len(results)-1]).(*ast.CallExpr)
	return ok && typequery.IsError(c.TypesInfo.TypeOf(call))
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
