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
		if id := s.waitsWith(lit, params); id != nil {
			s.Report(analysis.Diagnostic{
				Pos: id.Pos(), End: id.End(), Category: CategoryShared,
				Message:        fmt.Sprintf("the work that all callers of %s share uses %s of the first one: when that one gives up, all of them fail", typequery.Name(call.Fun), id.Name),
				Related:        []analysis.RelatedInformation{{Pos: call.Pos(), End: call.Fun.End(), Message: "the work is shared here"}},
				SuggestedFixes: s.detach(id),
			})
		}
		return true
	})
}

// detach returns the fix: values of the caller's context, without its end. There is
// none where id is a request, or the package context has another name.
func (s *scope) detach(id *ast.Ident) []analysis.SuggestedFix {
	if !typequery.IsNamed(s.TypesInfo.TypeOf(id), "context", "Context") {
		return nil
	}
	for _, spec := range typequery.File(s.Pass, id.Pos()).Imports {
		if spec.Path.Value == `"context"` && spec.Name == nil {
			return []analysis.SuggestedFix{{
				Message:   "Detach the work from its first caller",
				TextEdits: []analysis.TextEdit{{Pos: id.Pos(), End: id.End(), NewText: []byte("context.WithoutCancel(" + id.Name + ")")}},
			}}
		}
	}
	return nil
}

// waitsWith returns where a literal hands a parameter, as it is, to a call that may
// watch it; nil if it does not.
func (s *scope) waitsWith(lit *ast.FuncLit, params map[types.Object]bool) *ast.Ident {
	var found *ast.Ident
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return found == nil
		}
		if s.detaches(call) {
			return false
		}
		for _, a := range call.Args {
			if id, ok := ast.Unparen(a).(*ast.Ident); ok && found == nil && params[s.TypesInfo.Uses[id]] && !s.asksValues(call) {
				found = id
			}
		}
		return found == nil
	})
	return found
}
