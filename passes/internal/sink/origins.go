package sink

import (
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// An Origin is where a value was written down.
type Origin struct {
	Lit  ast.Expr // the literal
	Text string   // what it says, up to the first verb of a format
	Open bool     // it went through a variable that other packages may set
}

// Origins finds the literals that values come from: through conversions,
// constants, concatenations, formats, and variables that are set to nothing else.
type Origins struct {
	pass *analysis.Pass
	sets map[types.Object][]ast.Expr
}

// NewOrigins collects what the variables of the package are set to.
func NewOrigins(pass *analysis.Pass) *Origins {
	o := &Origins{pass, make(map[types.Object][]ast.Expr)}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if obj := objectOf(o.pass.TypesInfo, l); obj != nil {
						o.sets[obj] = append(o.sets[obj], n.Rhs[min(i, len(n.Rhs)-1)])
					}
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if i < len(n.Values) {
						obj := pass.TypesInfo.Defs[id]
						o.sets[obj] = append(o.sets[obj], n.Values[i])
					}
				}
			case *ast.UnaryExpr: // its address goes somewhere: flag.StringVar
				if n.Op.String() == "&" {
					if obj := objectOf(o.pass.TypesInfo, n.X); obj != nil {
						o.sets[obj] = append(o.sets[obj], n)
					}
				}
			}
			return true
		})
	}
	return o
}

// objectOf returns the variable or field that an expression names.
func objectOf(info *types.Info, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return info.ObjectOf(e)
	case *ast.SelectorExpr:
		return info.Uses[e.Sel]
	}
	return nil
}

// verb matches what a format puts in.
var verb = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

// Of returns where the value of e was written down. ok is false if it was not,
// or if the value may come from elsewhere.
func (o *Origins) Of(e ast.Expr) (Origin, bool) { return o.of(e, 0) }

func (o *Origins) of(e ast.Expr, depth int) (Origin, bool) {
	if depth > 4 {
		return Origin{}, false
	}
	e = ast.Unparen(e)
	switch x := e.(type) {
	case *ast.BasicLit:
		return o.constant(x, x)
	case *ast.CallExpr:
		if tv := o.pass.TypesInfo.Types[x.Fun]; tv.IsType() && len(x.Args) == 1 {
			return o.of(x.Args[0], depth)
		}
		if fn := typequery.Callee(o.pass.TypesInfo, x); fn != nil && fn.FullName() == "fmt.Sprintf" {
			org, ok := o.of(x.Args[0], depth)
			org.Text = strings.TrimSuffix(verb.Split(org.Text, 2)[0], "/")
			return org, ok
		}
	case *ast.BinaryExpr:
		return o.of(x.X, depth) // "http://localhost" + path
	case *ast.Ident, *ast.SelectorExpr:
		return o.variable(x, depth)
	}
	return Origin{}, false
}

func (o *Origins) constant(lit, e ast.Expr) (Origin, bool) {
	v := o.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return Origin{}, false
	}
	return Origin{Lit: lit, Text: constant.StringVal(v)}, true
}

func (o *Origins) variable(e ast.Expr, depth int) (Origin, bool) {
	obj := objectOf(o.pass.TypesInfo, e)
	sets := o.sets[obj]
	if v, isVar := obj.(*types.Var); isVar && (v.IsField() || v.Kind() == types.ParamVar) {
		return Origin{}, false // others set it
	}
	if len(sets) != 1 {
		return Origin{}, false
	}
	org, ok := o.of(sets[0], depth+1)
	org.Open = org.Open || obj.Exported() && obj.Parent() == o.pass.Pkg.Scope()
	return org, ok
}
