package ctxlife

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/ctxfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings.
const (
	CategoryCancelled = "cancelled" // cancelled before a lazy result is read
	CategoryOutlives  = "outlives"  // used by what lives longer
	CategoryLoop      = "loop"      // cancelled when the function returns, not the iteration
	CategoryShared    = "shared"    // the work of many ends with the first of them
)

//go:embed doc.go
var doc string

// Analyzer reports contexts that end before the work that uses them.
var Analyzer = &analysis.Analyzer{
	Name:     "ctxlife",
	Doc:      diag.Doc(doc, "ctxlife"),
	URL:      diag.URL("ctxlife"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{ctxfacts.Analyzer},
}

func run(pass *analysis.Pass) (any, error) {
	if pass.ResultOf[ctxfacts.Analyzer].(*ctxfacts.Result).Solver == nil {
		return nil, nil // of the standard library
	}
	for _, f := range pass.Files {
		if typequery.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Body != nil {
					function(pass, n.Type, n.Body)
				}
			case *ast.FuncLit:
				function(pass, n.Type, n.Body)
			}
			return true
		})
	}
	return nil, nil
}

// A scope is one function and the contexts that end with it.
type scope struct {
	*analysis.Pass
	body  *ast.BlockStmt
	ended map[types.Object]bool      // contexts that a deferred cancel ends
	made  map[types.Object]token.Pos // where they are made
	dying map[types.Object]bool      // what carries the context of a request
}

func function(pass *analysis.Pass, t *ast.FuncType, body *ast.BlockStmt) {
	s := &scope{pass, body, make(map[types.Object]bool), make(map[types.Object]token.Pos), make(map[types.Object]bool)}
	cancels := s.contexts()
	s.deferred(cancels)
	s.shared(t)
	for _, field := range t.Params.List {
		if carrier := pass.TypesInfo.TypeOf(field.Type); isRequest(carrier) {
			for _, name := range field.Names {
				s.dying[pass.TypesInfo.Defs[name]] = true
			}
		}
	}
	s.derive()
	if len(s.ended) > 0 {
		s.lazy()
	}
	if len(s.dying) > 0 && !s.waits() {
		s.outlives()
	}
}

// isRequest reports whether a value of type t carries the context of a request.
func isRequest(t types.Type) bool {
	return t != nil && (typequery.IsNamed(t, "net/http", "Request") || errpath.IsResponder(t) && typequery.ContextIn(t, "c") != "")
}

// own visits the nodes of the function, literals in it left out.
func (s *scope) own(f func(ast.Node) bool) {
	ast.Inspect(s.body, func(n ast.Node) bool {
		if _, lit := n.(*ast.FuncLit); lit {
			return false
		}
		return f(n)
	})
}

// contexts returns the contexts that the function makes, by their cancel
// function: ctx, cancel := context.WithTimeout(...).
func (s *scope) contexts() map[types.Object]types.Object {
	out := make(map[types.Object]types.Object)
	s.own(func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok || len(as.Lhs) != 2 || len(as.Rhs) != 1 {
			return true
		}
		call, ok := as.Rhs[0].(*ast.CallExpr)
		if !ok {
			return true
		}
		fn := typequery.Callee(s.TypesInfo, call)
		if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "context" {
			return true
		}
		ctx, cancel := s.object(as.Lhs[0]), s.object(as.Lhs[1])
		if ctx != nil && cancel != nil {
			out[cancel] = ctx
			s.made[ctx] = as.Pos()
		}
		return true
	})
	return out
}

func (s *scope) object(e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || id.Name == "_" {
		return nil
	}
	return s.TypesInfo.ObjectOf(id)
}

// deferred notes the contexts that a deferred cancel ends, and reports those
// deferred in a loop.
func (s *scope) deferred(cancels map[types.Object]types.Object) {
	loops := 0
	var stack []ast.Node
	ast.Inspect(s.body, func(n ast.Node) bool {
		if n == nil {
			switch stack[len(stack)-1].(type) {
			case *ast.ForStmt, *ast.RangeStmt:
				loops--
			}
			stack = stack[:len(stack)-1]
			return true
		}
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ForStmt, *ast.RangeStmt:
			loops++
		case *ast.DeferStmt:
			s.cancel(n, cancels, loops > 0)
		}
		stack = append(stack, n)
		return true
	})
}

// cancelled returns the function that a defer calls: directly, or as all that a
// literal does.
func cancelled(d *ast.DeferStmt) ast.Expr {
	lit, ok := d.Call.Fun.(*ast.FuncLit)
	if !ok || len(lit.Body.List) != 1 {
		return d.Call.Fun
	}
	if x, ok := lit.Body.List[0].(*ast.ExprStmt); ok {
		if call, ok := x.X.(*ast.CallExpr); ok {
			return call.Fun
		}
	}
	return d.Call.Fun
}

// cancel judges one deferred call.
func (s *scope) cancel(d *ast.DeferStmt, cancels map[types.Object]types.Object, inLoop bool) {
	ctx := cancels[s.object(cancelled(d))]
	if ctx == nil {
		return
	}
	s.ended[ctx] = true
	if inLoop && s.madeInLoop(ctx, d) {
		s.Report(analysis.Diagnostic{
			Pos: d.Pos(), End: d.End(), Category: CategoryLoop,
			Message: fmt.Sprintf("%s runs when the function returns, not at the end of the iteration: the contexts and timers of all rounds pile up", typequery.Name(cancelled(d))+"()"),
		})
	}
}

// madeInLoop reports whether ctx is made in the innermost loop around the defer.
func (s *scope) madeInLoop(ctx types.Object, d *ast.DeferStmt) bool {
	for _, n := range typequery.Path(s.Pass, d.Pos()) {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return n.Pos() < ctx.Pos() && ctx.Pos() < n.End() && !s.endsLoop(d)
		}
	}
	return false
}

// endsLoop reports whether the block of the defer ends in a return or a break:
// then there is one round only.
func (s *scope) endsLoop(d *ast.DeferStmt) bool {
	for _, n := range typequery.Path(s.Pass, d.Pos()) {
		var list []ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CommClause:
			list = n.Body
		case *ast.CaseClause:
			list = n.Body
		}
		if len(list) == 0 {
			continue
		}
		switch last := list[len(list)-1].(type) {
		case *ast.ReturnStmt:
			return true
		case *ast.BranchStmt:
			return last.Tok.String() == "break"
		}
		return false
	}
	return false
}

// derive adds the variables that are made of a dying context: ctx := r.Context().
func (s *scope) derive() {
	s.own(func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok || len(as.Rhs) != 1 || !s.carries(as.Rhs[0]) {
			return true
		}
		// What a deferred cancel ends is meant to end with the function.
		if obj := s.object(as.Lhs[0]); obj != nil && !s.ended[obj] && typequery.IsNamed(obj.Type(), "context", "Context") {
			s.dying[obj] = true
		}
		return true
	})
}

// carries reports whether an expression yields a context that dies: it mentions
// one, and does not detach it.
func (s *scope) carries(e ast.Expr) bool {
	found, detached := false, false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			found = found || s.dying[s.TypesInfo.Uses[n]]
		case *ast.CallExpr:
			fn := typequery.Callee(s.TypesInfo, n)
			detached = detached || fn != nil && (fn.Name() == "WithoutCancel" || fn.Name() == "Copy" || fn.Name() == "Clone" && len(n.Args) > 0 || s.facts().Detaches(fn))
		}
		return true
	})
	t := s.TypesInfo.TypeOf(e)
	return found && !detached && t != nil && (typequery.IsNamed(t, "context", "Context") || isTuple(t))
}

// facts returns what is known of functions and contexts.
func (s *scope) facts() *ctxfacts.Result { return s.ResultOf[ctxfacts.Analyzer].(*ctxfacts.Result) }

// isTuple reports whether t is what context.WithTimeout and its kin yield.
func isTuple(t types.Type) bool {
	tuple, ok := t.(*types.Tuple)
	return ok && tuple.Len() == 2 && typequery.IsNamed(tuple.At(0).Type(), "context", "Context")
}
