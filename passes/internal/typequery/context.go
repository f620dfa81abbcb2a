package typequery

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// carriers are the types that hold a context, with the expression that gets
// it out of a variable of that type.
var carriers = []struct{ path, name, accessor string }{
	{"context", "Context", ""},
	{"net/http", "Request", ".Context()"},
	{"github.com/gin-gonic/gin", "Context", ".Request.Context()"},
	{"github.com/gofiber/fiber/v2", "Ctx", ".UserContext()"},
	{"github.com/gofiber/fiber/v3", "Ctx", ".Context()"},
	{"github.com/labstack/echo", "Context", ".Request().Context()"},
	{"github.com/labstack/echo/v4", "Context", ".Request().Context()"},
	{"github.com/labstack/echo/v5", "Context", ".Request().Context()"},
}

// ContextIn returns the expression that yields a context from a variable of
// type t named name, or "".
func ContextIn(t types.Type, name string) string {
	for _, c := range carriers {
		if IsNamed(t, c.path, c.name) {
			return name + c.accessor
		}
	}
	return ""
}

// ContextInScope returns an expression for the context that code at pos should
// use: the variable of the innermost scope that holds one and that accept (nil
// for any) takes. Variables declared outside the node limit (nil for none) do
// not count. It is "" if there is none.
func ContextInScope(pass *analysis.Pass, pos token.Pos, limit ast.Node, accept func(*types.Var) bool) string {
	scope := pass.Pkg.Scope().Innermost(pos)
	for scope != nil && scope != pass.Pkg.Scope() {
		expr := contextVar(scope, pos, func(v *types.Var) bool {
			return (limit == nil || v.Pos() >= limit.Pos()) && (accept == nil || accept(v))
		})
		if expr != "" {
			return expr
		}
		scope = scope.Parent()
	}
	return ""
}

// contextVar picks the context among the variables that scope declares and
// that are visible at pos: the latest context.Context, else another carrier. A
// carrier counts only as a parameter: a request that the function builds itself
// is on its way out and holds no caller's context.
func contextVar(scope *types.Scope, pos token.Pos, accept func(*types.Var) bool) string {
	var vars []*types.Var
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if !ok || v.Name() == "_" || ContextIn(v.Type(), v.Name()) == "" {
			continue
		}
		isContext := IsNamed(v.Type(), "context", "Context")
		_, seen := scope.Innermost(pos).LookupParent(name, pos)
		if seen == v && (isContext || v.Kind() == types.ParamVar) && accept(v) {
			vars = append(vars, v)
		}
	}
	sort.Slice(vars, func(i, j int) bool { return vars[i].Pos() > vars[j].Pos() })
	best := ""
	for _, v := range vars {
		if IsNamed(v.Type(), "context", "Context") {
			return v.Name()
		}
		if best == "" {
			best = ContextIn(v.Type(), v.Name())
		}
	}
	return best
}
