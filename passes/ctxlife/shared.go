package ctxlife

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// shared reports work that many callers wait for, and that uses the context of
// the one who came first: what is given to a singleflight group.
func (s *scope) shared(t *ast.FuncType) {
	params := make(map[types.Object]bool)
	for _, field := range t.Params.List {
		for _, name := range field.Names {
			if obj := s.TypesInfo.Defs[name]; obj != nil && typequery.ContextIn(obj.Type(), "x") != "" {
				params[obj] = true
			}
		}
	}
	if len(params) == 0 {
		return
	}
	s.own(func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || len(call.Args) != 2 {
			return true
		}
		fn := typequery.Callee(s.TypesInfo, call)
		lit, isLit := call.Args[1].(*ast.FuncLit)
		if fn == nil || !isLit || fn.FullName() != "(*golang.org/x/sync/singleflight.Group).Do" && fn.FullName() != "(*golang.org/x/sync/singleflight.Group).DoChan" {
			return true
		}
		if name := s.waitsWith(lit, params); name != "" {
			s.Report(analysis.Diagnostic{
				Pos: call.Pos(), End: call.Fun.End(), Category: CategoryShared,
				Message: fmt.Sprintf("the work that all callers of %s share uses %s of the first one: when that one gives up, all of them fail", typequery.Name(call.Fun), name),
			})
		}
		return true
	})
}

// waitsWith returns the parameter that a literal hands, as it is, to a call that
// may watch it; "" if there is none.
func (s *scope) waitsWith(lit *ast.FuncLit, params map[types.Object]bool) string {
	name := ""
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return name == ""
		}
		if s.detaches(call) {
			return false
		}
		for _, a := range call.Args {
			if id, ok := ast.Unparen(a).(*ast.Ident); ok && params[s.TypesInfo.Uses[id]] && !s.asksValues(call) {
				name = id.Name
			}
		}
		return name == ""
	})
	return name
}
