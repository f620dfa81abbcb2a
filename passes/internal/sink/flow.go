package sink

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Reach is the use that a value reaches, and the name of what uses it.
type Reach struct {
	Use   Use
	Where string
}

// An Importer returns which parameters of a function of another package reach a
// use, by index.
type Importer func(*types.Func) map[int]Reach

// A Flow knows which values of a package reach a use: through conversions,
// concatenations, formats, variables, fields, and parameters and results of its
// functions. Where a value reaches two, the first in the source counts.
type Flow struct {
	info  *types.Info
	files []*ast.File
	uses  []Seen
	sets  map[types.Object][]ast.Expr // what variables, fields and parameters are set to
	// results are what the functions of the package return first.
	results map[types.Object][]ast.Expr
	exprs   map[ast.Expr]Reach
	objs    map[types.Object]Reach
	queue   []Seen
}

// A Seen is an expression that has a use where it stands, or as the argument of
// a function that uses its parameter so.
type Seen struct {
	Expr ast.Expr
	Reach
	Param *types.Var // nil if it has the use where it stands
}

// NewFlow follows the uses of a package back to where the values come from.
func NewFlow(info *types.Info, files []*ast.File, imported Importer) *Flow {
	f := &Flow{
		info: info, files: files, sets: make(map[types.Object][]ast.Expr), results: make(map[types.Object][]ast.Expr),
		exprs: make(map[ast.Expr]Reach), objs: make(map[types.Object]Reach),
	}
	Each(info, files, func(e ast.Expr, u Use, where string) {
		f.uses = append(f.uses, Seen{e, Reach{u, where}, nil})
	})
	f.passed(imported)
	f.queue = slices.Clone(f.uses)
	if len(f.queue) == 0 {
		return f
	}
	f.collect()
	for len(f.queue) > 0 {
		s := f.queue[0]
		f.queue = f.queue[1:]
		f.back(s.Expr, s.Reach)
	}
	if len(f.objs) > 0 {
		f.passed(f.Params)
	}
	return f
}

// passed adds the arguments that reach a use inside the function that is called.
func (f *Flow) passed(reach Importer) {
	for _, file := range f.files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn := typequery.Callee(f.info, call)
			if fn == nil || fn.Pkg() == nil {
				return true
			}
			params := reach(fn.Origin())
			for i, arg := range call.Args {
				if r, ok := params[i]; ok {
					f.uses = append(f.uses, Seen{arg, r, fn.Origin().Signature().Params().At(i)})
				}
			}
			return true
		})
	}
}

// Uses returns the expressions that have a use where they stand or as arguments.
func (f *Flow) Uses() []Seen { return f.uses }

// Of returns the use that the value of an expression reaches.
func (f *Flow) Of(e ast.Expr) (Reach, bool) {
	r, ok := f.exprs[e]
	return r, ok
}

// Object returns the use that a variable, field or parameter reaches.
func (f *Flow) Object(obj types.Object) (Reach, bool) {
	r, ok := f.objs[obj]
	return r, ok
}

// Params returns the parameters of a function that reach a use, by index.
func (f *Flow) Params(fn *types.Func) map[int]Reach {
	var out map[int]Reach
	params := fn.Signature().Params()
	for i := range params.Len() {
		if r, ok := f.objs[params.At(i)]; ok {
			if out == nil {
				out = make(map[int]Reach)
			}
			out[i] = r
		}
	}
	return out
}

// back marks an expression that reaches a use, and goes on to what it is made of.
func (f *Flow) back(e ast.Expr, r Reach) {
	if _, done := f.exprs[e]; done {
		return
	}
	f.exprs[e] = r
	push := func(e ast.Expr) { f.queue = append(f.queue, Seen{e, r, nil}) }
	switch x := e.(type) {
	case *ast.ParenExpr:
		push(x.X)
	case *ast.StarExpr:
		push(x.X)
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			push(x.X)
		}
	case *ast.BinaryExpr: // an address begins with the host, a connection string has the password inside
		push(x.X)
		if r.Use == DSN {
			push(x.Y)
		}
	case *ast.Ident, *ast.SelectorExpr:
		f.object(objectOf(f.info, x), r)
	case *ast.CallExpr:
		f.made(x, r, push)
	}
}

// object marks a variable that reaches a use.
func (f *Flow) object(obj types.Object, r Reach) {
	v, ok := obj.(*types.Var)
	if _, done := f.objs[obj]; !ok || done || typequery.IsError(v.Type()) {
		return
	}
	f.objs[v] = r
	for _, set := range f.sets[v] {
		f.queue = append(f.queue, Seen{set, r, nil})
	}
}

// throughs are the functions whose result says what their first argument says.
var throughs = map[string]bool{
	"strings.TrimSpace": true, "strings.Trim": true, "strings.TrimSuffix": true, "strings.TrimPrefix": true,
	"strings.TrimRight": true, "fmt.Sprintf": true, "net.JoinHostPort": true,
}

// made goes on from the result of a call.
func (f *Flow) made(call *ast.CallExpr, r Reach, push func(ast.Expr)) {
	if tv := f.info.Types[call.Fun]; tv.IsType() {
		if len(call.Args) == 1 {
			push(call.Args[0])
		}
		return
	}
	fn := typequery.Callee(f.info, call)
	if fn == nil {
		return
	}
	if throughs[fn.FullName()] && len(call.Args) > 0 {
		push(call.Args[0])
		if r.Use != Address && r.Use != Listen {
			for _, a := range call.Args[1:] {
				push(a)
			}
		} else if fn.Name() == "Sprintf" && len(call.Args) > 1 {
			push(call.Args[1])
		}
		return
	}
	// The result of a function with parameters depends on the call: a helper that
	// looks variables up serves them all.
	if fn.Signature().Params().Len() == 0 {
		for _, result := range f.results[fn.Origin()] {
			push(result)
		}
	}
}

// collect notes what everything in the package is set to.
func (f *Flow) collect() {
	set := func(obj types.Object, e ast.Expr) {
		if obj != nil {
			f.sets[obj] = append(f.sets[obj], e)
		}
	}
	for _, file := range f.files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					set(objectOf(f.info, l), n.Rhs[min(i, len(n.Rhs)-1)])
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if len(n.Values) > 0 {
						set(f.info.Defs[id], n.Values[min(i, len(n.Values)-1)])
					}
				}
			case *ast.CompositeLit:
				f.elements(n, set)
			case *ast.CallExpr:
				f.arguments(n, set)
			case *ast.FuncDecl:
				if fn := f.info.Defs[n.Name]; fn != nil && n.Body != nil {
					f.returned(fn, n.Body)
				}
			}
			return true
		})
	}
}

// elements notes what a literal of a struct sets its fields to.
func (f *Flow) elements(lit *ast.CompositeLit, set func(types.Object, ast.Expr)) {
	t := f.info.TypeOf(lit)
	if t == nil {
		return
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			set(objectOf(f.info, kv.Key), kv.Value)
		} else if i < st.NumFields() {
			set(st.Field(i), e)
		}
	}
}

// arguments notes what a call sets the parameters of a function to.
func (f *Flow) arguments(call *ast.CallExpr, set func(types.Object, ast.Expr)) {
	fn := typequery.Callee(f.info, call)
	if fn == nil {
		return
	}
	sig := fn.Origin().Signature()
	for i, arg := range call.Args {
		if i < sig.Params().Len() && (!sig.Variadic() || i < sig.Params().Len()-1) {
			set(sig.Params().At(i), arg)
		}
	}
}

// returned notes what a function returns first.
func (f *Flow) returned(fn types.Object, body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) > 0 {
				f.results[fn] = append(f.results[fn], n.Results[0])
			}
		}
		return true
	})
}
