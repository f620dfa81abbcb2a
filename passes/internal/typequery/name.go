package typequery

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"
)

// The lengths beyond which Name leaves out arguments, and links of a chain.
const (
	nameFits  = 40
	chainFits = 64
)

// Name prints the expression of a callee or receiver in one short line: a query
// builder keeps its first and last link.
func Name(e ast.Expr) string {
	if full := types.ExprString(e); len(full) <= nameFits && !strings.ContainsAny(full, "\n\r") {
		return full
	}
	links := links(e)
	name := strings.Join(links, ".")
	first := slices.IndexFunc(links, func(l string) bool { return strings.HasSuffix(l, ")") })
	if len(name) <= chainFits || first < 0 || first > len(links)-3 {
		return name
	}
	return strings.Join(links[:first+1], ".") + "..." + links[len(links)-1]
}

// links returns the parts of a chain of selectors and calls, without arguments.
func links(e ast.Expr) []string {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return links(e.X)
	case *ast.SelectorExpr:
		return append(links(e.X), e.Sel.Name)
	case *ast.CallExpr:
		l := links(e.Fun)
		if len(e.Args) > 0 {
			l[len(l)-1] += "(...)"
		} else {
			l[len(l)-1] += "()"
		}
		return l
	case *ast.IndexExpr:
		l := links(e.X)
		l[len(l)-1] += "[...]"
		return l
	case *ast.TypeAssertExpr:
		return links(e.X)
	case *ast.CompositeLit:
		if e.Type != nil {
			return []string{Name(e.Type) + "{...}"}
		}
		return []string{"{...}"}
	case *ast.UnaryExpr:
		return links(e.X)
	case *ast.Ident:
		return []string{e.Name}
	}
	return []string{strings.Join(strings.Fields(types.ExprString(e)), " ")}
}
