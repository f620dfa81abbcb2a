package ctxlife

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// lazyTypes are results that are read after the call that made them returned.
var lazyTypes = [][2]string{
	{"database/sql", "Row"}, {"database/sql", "Rows"}, {"database/sql", "Tx"}, {"net/http", "Response"}, {"net/http", "Request"},
	{"os/exec", "Cmd"}, {"cloud.google.com/go/storage", "Reader"}, {"github.com/aws/aws-sdk-go-v2/service/s3", "GetObjectOutput"},
	{"github.com/jmoiron/sqlx", "Row"}, {"github.com/jmoiron/sqlx", "Rows"},
	{"github.com/jackc/pgx/v5", "Row"}, {"github.com/jackc/pgx/v5", "Rows"},
}

// isLazy reports whether t is a result that is read later: one of the table, or
// a stream of gRPC.
func isLazy(t types.Type) bool {
	if t == nil {
		return false
	}
	if slices.ContainsFunc(lazyTypes, func(l [2]string) bool { return typequery.IsNamed(t, l[0], l[1]) }) {
		return true
	}
	if _, ok := t.Underlying().(*types.Interface); !ok {
		return false
	}
	recv, _, _ := types.LookupFieldOrMethod(t, true, nil, "RecvMsg")
	send, _, _ := types.LookupFieldOrMethod(t, true, nil, "CloseSend")
	return recv != nil && send != nil
}

// readers are packages whose New functions read on from what they get.
var readers = []string{"bufio", "compress/gzip", "encoding/csv", "encoding/json", "encoding/xml"}

// lazy reports the calls that get a context which a deferred cancel ends, and
// whose lazy result the function returns.
func (s *scope) lazy() {
	vars := make(map[types.Object]*ast.CallExpr)
	s.own(func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if call := s.lazyCall(n.Rhs); call != nil {
				if obj := s.object(n.Lhs[0]); obj != nil {
					vars[obj] = call
				}
			}
		case *ast.ReturnStmt:
			if call := s.lazyCall(n.Results); call != nil {
				s.reportLazy(call)
			}
			for _, r := range n.Results {
				s.returned(r, vars)
			}
		}
		return true
	})
}

// replaced reports whether the function gives a response another body: one that
// it has read already.
func (s *scope) replaced(resp types.Object) bool {
	found := false
	s.own(func(n ast.Node) bool {
		if as, ok := n.(*ast.AssignStmt); ok {
			for _, l := range as.Lhs {
				sel, ok := l.(*ast.SelectorExpr)
				found = found || ok && sel.Sel.Name == "Body" && s.object(sel.X) == resp
			}
		}
		return !found
	})
	return found
}

// returned reports the call whose result a returned expression hands out: the
// variable itself, or a struct that holds it.
func (s *scope) returned(e ast.Expr, vars map[types.Object]*ast.CallExpr) {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		if call := vars[s.TypesInfo.Uses[e]]; call != nil && !s.replaced(s.TypesInfo.Uses[e]) {
			s.reportLazy(call)
		}
	case *ast.UnaryExpr:
		s.returned(e.X, vars)
	case *ast.SelectorExpr: // resp.Body
		if e.Sel.Name == "Body" {
			s.returned(e.X, vars)
		}
	case *ast.CallExpr: // bufio.NewScanner(resp.Body)
		if fn := typequery.Callee(s.TypesInfo, e); fn != nil && strings.HasPrefix(fn.Name(), "New") && fn.Pkg() != nil && slices.Contains(readers, fn.Pkg().Path()) {
			for _, a := range e.Args {
				s.returned(a, vars)
			}
		}
	case *ast.CompositeLit:
		for _, elt := range e.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			s.returned(elt, vars)
		}
	}
}

// lazyCall returns the call among the expressions that has a lazy result and
// gets an ended context.
func (s *scope) lazyCall(exprs []ast.Expr) *ast.CallExpr {
	if len(exprs) != 1 {
		return nil
	}
	call, ok := ast.Unparen(exprs[0]).(*ast.CallExpr)
	if !ok {
		return nil
	}
	t := s.TypesInfo.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() > 0 {
		t = tuple.At(0).Type()
	}
	if !isLazy(t) || !slices.ContainsFunc(call.Args, s.isEnded) {
		return nil
	}
	if fn := typequery.Callee(s.TypesInfo, call); fn != nil && s.facts().Detaches(fn) {
		return nil
	}
	return call
}

// isEnded reports whether an argument is a context that a deferred cancel ends,
// or a request that was made with one.
func (s *scope) isEnded(e ast.Expr) bool {
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok { // req.WithContext(ctx)
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		return ok && (sel.Sel.Name == "WithContext" || sel.Sel.Name == "Clone") && slices.ContainsFunc(call.Args, s.isEnded)
	}
	obj := s.object(e)
	if obj == nil {
		return false
	}
	if s.ended[obj] {
		return e.Pos() > s.made[obj] // before that, it is the caller's
	}
	return typequery.IsNamed(obj.Type(), "net/http", "Request") && s.madeWith(obj)
}

// madeWith reports whether a request was made with an ended context.
func (s *scope) madeWith(req types.Object) bool {
	found := false
	s.own(func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if ok && len(as.Rhs) == 1 && s.object(as.Lhs[0]) == req {
			if call, ok := as.Rhs[0].(*ast.CallExpr); ok {
				found = found || slices.ContainsFunc(call.Args, func(a ast.Expr) bool { return s.ended[s.object(a)] })
			}
		}
		return true
	})
	return found
}

func (s *scope) reportLazy(call *ast.CallExpr) {
	s.Report(analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: CategoryCancelled,
		Message: fmt.Sprintf("the deferred cancel ends the context of %s before the caller reads the result: it gets \"context canceled\", or a part", typequery.Name(call.Fun)),
	})
}
