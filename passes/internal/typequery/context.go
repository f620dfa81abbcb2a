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
// use: the variable of the innermost scope that holds one, as far out as the
// function boundary limit (a node of the path to pos; nil for none). It is ""
// if there is none.
func ContextInScope(pass *analysis.Pass, pos token.Pos, limit ast.Node) string {
	scope := pass.Pkg.Scope().Innermost(pos)
	for scope != nil && scope != pass.Pkg.Scope() {
		if expr := contextVar(scope, pos); expr != "" {
			return expr
		}
		if limit != nil && scope.Pos() <= limit.Pos() {
			return "" // the boundary's own scope was the last one
		}
		scope = scope.Parent()
	}
	return ""
}

// contextVar picks the context among the variables that scope declares before
// pos: the latest context.Context, else another carrier.
func contextVar(scope *types.Scope, pos token.Pos) string {
	var vars []*types.Var
	for _, name := range scope.Names() {
		v, ok := scope.Lookup(name).(*types.Var)
		if ok && v.Name() != "_" && v.Pos() < pos {
			vars = append(vars, v)
		}
	}
	sort.Slice(vars, func(i, j int) bool { return vars[i].Pos() > vars[j].Pos() })
	best := ""
	for _, v := range vars {
		if IsNamed(v.Type(), "context", "Context") {
			return v.Name()
		}
		if expr := ContextIn(v.Type(), v.Name()); expr != "" && best == "" {
			best = expr
		}
	}
	return best
}
