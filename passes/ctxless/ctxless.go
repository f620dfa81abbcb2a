package ctxless

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/ctxfacts"
	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

//go:embed doc.go
var doc string

// Analyzer reports calls that ignore the context in scope.
var Analyzer = &analysis.Analyzer{
	Name:     "ctxless",
	Doc:      diag.Doc(doc, "ctxless"),
	URL:      diag.URL("ctxless"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{inspect.Analyzer, ctxfacts.Analyzer},
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	facts *ctxfacts.Result
	flow  *ctxflow.Solver
	seen  map[*ast.CallExpr]bool // calls inside helpers that were reported

	starts map[types.Object]mentions // nil until asked: see onlyStarted
}

func run(pass *analysis.Pass) (any, error) {
	facts := pass.ResultOf[ctxfacts.Analyzer].(*ctxfacts.Result)
	c := &checker{Pass: pass, facts: facts, flow: facts.Solver, seen: make(map[*ast.CallExpr]bool)}
	if c.flow == nil {
		return nil, nil
	}
	helpers := newHelpers()
	ins := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	for cur := range ins.Root().Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		if typequery.IsTest(pass, call.Pos()) || typequery.Generated(pass, call.Pos()) {
			continue
		}
		c.direct(cur, call)
		c.background(cur, call)
		c.note(cur, call, helpers)
	}
	c.chains(helpers)
	c.jobs()
	return nil, nil
}

// direct reports a call that waits, in a function that holds a context.
func (c *checker) direct(cur inspector.Cursor, call *ast.CallExpr) {
	alt, ok := c.flow.Alternative(call)
	if !ok || within(cur, alt.Name) {
		return // the twin itself is made of the call without context
	}
	ctx := contextFor(c.Pass, cur)
	if ctx == "" || alt.Request && !sentWithout(c.Pass, cur, call) || alt.Category == ctxflow.Exec && livesOn(c.TypesInfo, cur) {
		return
	}
	report(c.Pass, call, alt, ctx, c.flow.Root(call))
}

func report(pass *analysis.Pass, call *ast.CallExpr, alt ctxflow.Alternative, ctx string, root ast.Expr) {
	d := analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(),
		Category: alt.Category,
		Message:  fmt.Sprintf("%s ignores the context in scope (%s): %s", typequery.Name(call.Fun), ctx, alt.Event),
	}
	if fix := fix(call, alt, ctx, root); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	pass.Report(d)
}

// fix rewrites the call to its alternative. Generic twins keep their type
// arguments out of it: only plain names and selectors are rewritten.
func fix(call *ast.CallExpr, alt ctxflow.Alternative, ctx string, root ast.Expr) *analysis.SuggestedFix {
	if root != nil {
		return &analysis.SuggestedFix{
			Message:   fmt.Sprintf("Insert WithContext(%s)", ctx),
			TextEdits: []analysis.TextEdit{{Pos: root.End(), End: root.End(), NewText: fmt.Appendf(nil, ".WithContext(%s)", ctx)}},
		}
	}
	if alt.Name == "" {
		return nil
	}
	var name *ast.Ident
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		name = f
	case *ast.SelectorExpr:
		name = f.Sel
	default:
		return nil
	}
	args := ctx + alt.Tail
	if len(call.Args) > 0 {
		args += ", "
	}
	return &analysis.SuggestedFix{
		Message: fmt.Sprintf("Call %s with %s", alt.Name, ctx),
		TextEdits: []analysis.TextEdit{
			{Pos: name.Pos(), End: name.End(), NewText: []byte(alt.Name)},
			{Pos: call.Lparen + 1, End: call.Lparen + 1, NewText: []byte(args)},
		},
	}
}

// sentWithout reports whether the request that call makes is sent in this
// function without a context: it is not if it gets one by req.WithContext or
// req.Clone further on, or is only returned, stored or recorded.
func sentWithout(pass *analysis.Pass, cur inspector.Cursor, call *ast.CallExpr) bool {
	assign, ok := cur.Parent().Node().(*ast.AssignStmt)
	if !ok || len(assign.Lhs) == 0 {
		return false // returned, or handed on at once
	}
	id, ok := assign.Lhs[0].(*ast.Ident)
	if !ok {
		return false // kept in a field: whoever sends it may attach one
	}
	req := pass.TypesInfo.ObjectOf(id)
	isReq := func(e ast.Expr) bool {
		x, ok := ast.Unparen(e).(*ast.Ident)
		return ok && pass.TypesInfo.ObjectOf(x) == req
	}
	attached, sent := false, false
	ast.Inspect(enclosingBody(cur), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt: // req = with(req, ...)
			if made, ok := n.Rhs[0].(*ast.CallExpr); ok && len(n.Lhs) == 1 && isReq(n.Lhs[0]) {
				attached = attached || slices.ContainsFunc(made.Args, isReq)
			}
		case *ast.SelectorExpr:
			attached = attached || n.Pos() > call.Pos() && (n.Sel.Name == "WithContext" || n.Sel.Name == "Clone") && isReq(n.X)
		case *ast.CallExpr:
			sent = sent || typequery.Callee(pass.TypesInfo, n) != nil && slices.ContainsFunc(n.Args, isReq)
		}
		return true
	})
	return sent && !attached
}

// livesOn reports whether the function starts a process and does not wait for it:
// it is to outlive the context.
func livesOn(info *types.Info, cur inspector.Cursor) bool {
	started, waited := false, false
	ast.Inspect(enclosingBody(cur), func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if fn := typequery.Callee(info, call); fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "os/exec" {
			started = started || fn.Name() == "Start"
			waited = waited || slices.Contains([]string{"Run", "Output", "CombinedOutput", "Wait"}, fn.Name())
		}
		return true
	})
	return started && !waited
}

// within reports whether cur stands in a declared function of that name.
func within(cur inspector.Cursor, name string) bool {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil)) {
		return c.Node().(*ast.FuncDecl).Name.Name == name
	}
	return false
}

func enclosingBody(cur inspector.Cursor) ast.Node {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch f := c.Node().(type) {
		case *ast.FuncDecl:
			return f.Body
		case *ast.FuncLit:
			return f.Body
		}
	}
	return cur.Node()
}

// isFresh reports whether e makes a context that nothing cancels.
func isFresh(info *types.Info, e ast.Expr) bool {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(info, call)
	return fn != nil && (fn.FullName() == "context.Background" || fn.FullName() == "context.TODO")
}
