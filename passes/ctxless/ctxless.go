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

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errflow"
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
	Requires: []*analysis.Analyzer{inspect.Analyzer, errfacts.Analyzer},
}

func run(pass *analysis.Pass) (any, error) {
	effects := pass.ResultOf[errfacts.Analyzer].(*errfacts.Result)
	ins := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	for cur := range ins.Root().Preorder((*ast.CallExpr)(nil)) {
		call := cur.Node().(*ast.CallExpr)
		fn := typequery.Callee(pass.TypesInfo, call)
		if fn == nil || fn.Pkg() == nil {
			continue
		}
		alt, ok := alternativeTo(pass, effects, fn)
		if !ok || typequery.IsTest(pass, call.Pos()) || typequery.Generated(pass, call.Pos()) {
			continue
		}
		if within(cur, alt.name) {
			continue // the twin itself is made of the call without context
		}
		ctx := contextFor(pass, cur)
		if ctx == "" || alt.request && !sentWithout(pass, cur, call) {
			continue
		}
		report(pass, call, alt, ctx)
	}
	return nil, nil
}

func report(pass *analysis.Pass, call *ast.CallExpr, alt alternative, ctx string) {
	d := analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(),
		Category: alt.category,
		Message:  fmt.Sprintf("%s ignores the context in scope (%s): %s", types.ExprString(call.Fun), ctx, alt.event),
	}
	if fix := fix(call, alt, ctx); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	pass.Report(d)
}

// alternativeTo returns what to call instead of fn, if fn should have taken a
// context.
func alternativeTo(pass *analysis.Pass, effects *errfacts.Result, fn *types.Func) (alternative, bool) {
	if alt, ok := table[fn.FullName()]; ok {
		return alt, true
	}
	if takesContext(fn.Signature()) || effects.Effect(fn)&errflow.Remote == 0 {
		return alternative{}, false
	}
	if twin := twinOf(pass.Pkg, fn); twin != nil {
		return alternative{category: CategoryTwin, name: twin.Name(), event: slowPeer}, true
	}
	return alternative{}, false
}

// twinOf returns the function that does what fn does and takes a context
// first: FooContext, FooWithContext or FooCtx beside Foo.
func twinOf(from *types.Package, fn *types.Func) *types.Func {
	for _, suffix := range []string{"Context", "WithContext", "Ctx"} {
		var obj types.Object
		if recv := fn.Signature().Recv(); recv != nil {
			obj, _, _ = types.LookupFieldOrMethod(recv.Type(), true, from, fn.Name()+suffix)
		} else {
			obj = fn.Pkg().Scope().Lookup(fn.Name() + suffix)
		}
		if twin, ok := obj.(*types.Func); ok && (twin.Exported() || twin.Pkg() == from) && sameButContext(fn.Signature(), twin.Signature()) {
			return twin
		}
	}
	return nil
}

func takesContext(sig *types.Signature) bool {
	return sig.Params().Len() > 0 && typequery.IsNamed(sig.Params().At(0).Type(), "context", "Context")
}

// sameButContext reports whether b is a with a context in front.
func sameButContext(a, b *types.Signature) bool {
	if !takesContext(b) || b.Params().Len() != a.Params().Len()+1 || a.Variadic() != b.Variadic() || a.Results().Len() != b.Results().Len() {
		return false
	}
	for i := range a.Params().Len() {
		if !types.Identical(a.Params().At(i).Type(), b.Params().At(i+1).Type()) {
			return false
		}
	}
	for i := range a.Results().Len() {
		if !types.Identical(a.Results().At(i).Type(), b.Results().At(i).Type()) {
			return false
		}
	}
	return true
}

// fix rewrites the call to its alternative. Generic twins keep their type
// arguments out of it: only plain names and selectors are rewritten.
func fix(call *ast.CallExpr, alt alternative, ctx string) *analysis.SuggestedFix {
	if alt.name == "" {
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
	args := ctx + alt.tail
	if len(call.Args) > 0 {
		args += ", "
	}
	return &analysis.SuggestedFix{
		Message: fmt.Sprintf("Call %s with %s", alt.name, ctx),
		TextEdits: []analysis.TextEdit{
			{Pos: name.Pos(), End: name.End(), NewText: []byte(alt.name)},
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
		case *ast.SelectorExpr:
			attached = attached || n.Pos() > call.Pos() && (n.Sel.Name == "WithContext" || n.Sel.Name == "Clone") && isReq(n.X)
		case *ast.CallExpr:
			sent = sent || typequery.Callee(pass.TypesInfo, n) != nil && slices.ContainsFunc(n.Args, isReq)
		}
		return true
	})
	return sent && !attached
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
