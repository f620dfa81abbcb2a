package notimeout

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A world is what a package says of its clients and servers, wherever it does.
type world struct {
	sets           map[types.Object][]ast.Expr // what a variable or field is set to
	limited        map[types.Object]bool       // clients that get a Timeout later
	contexts       map[types.Object]bool       // requests that get a context later
	returns        map[*types.Func][]ast.Expr  // first results of the functions of the package
	defaultLimited bool                        // http.DefaultClient is changed
	serverLimited  bool                        // a read timeout of some server is set by assignment
	pprof          bool                        // the default handler is for debugging
}

// survey collects the world of a package.
func survey(pass *analysis.Pass) *world {
	w := &world{
		sets: make(map[types.Object][]ast.Expr), limited: make(map[types.Object]bool),
		contexts: make(map[types.Object]bool), returns: make(map[*types.Func][]ast.Expr),
	}
	for _, p := range pass.Pkg.Imports() {
		w.pprof = w.pprof || p.Path() == "net/http/pprof" || p.Path() == "expvar"
	}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
				w.function(pass, fd)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				w.assignment(pass, n)
			case *ast.ValueSpec:
				w.declaration(pass, n)
			case *ast.CompositeLit:
				w.fields(pass, n)
			case *ast.CallExpr:
				w.context(pass, n)
			}
			return true
		})
	}
	w.helpers(pass)
	return w
}

// helpers notes the clients that are handed to a function which limits them.
func (w *world) helpers(pass *analysis.Pass) {
	for _, f := range pass.Files {
		for n := range ast.Preorder(f) {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				continue
			}
			fn := typequery.Callee(pass.TypesInfo, call)
			if fn == nil {
				continue
			}
			params := fn.Signature().Params()
			for i, a := range call.Args[:min(len(call.Args), params.Len())] {
				if obj := object(pass, a); obj != nil && w.limited[params.At(i)] {
					w.limited[obj] = true
				}
			}
		}
	}
}

// function collects what a function returns first.
func (w *world) function(pass *analysis.Pass, fd *ast.FuncDecl) {
	fn, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func)
	if !ok {
		return
	}
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) > 0 {
				w.returns[fn] = append(w.returns[fn], n.Results[0])
			}
		}
		return true
	})
}

func (w *world) assignment(pass *analysis.Pass, as *ast.AssignStmt) {
	for i, l := range as.Lhs {
		r := as.Rhs[min(i, len(as.Rhs)-1)]
		if sel, ok := l.(*ast.SelectorExpr); ok {
			w.field(pass, sel, r)
		}
		if obj := object(pass, l); obj != nil && (len(as.Lhs) == len(as.Rhs) || i == 0) {
			w.sets[obj] = append(w.sets[obj], r)
		}
	}
}

// field notes an assignment to a field: x.Timeout, srv.ReadTimeout,
// http.DefaultClient.
func (w *world) field(pass *analysis.Pass, sel *ast.SelectorExpr, _ ast.Expr) {
	switch sel.Sel.Name {
	case "Timeout", "Transport":
		if obj := object(pass, sel.X); obj != nil {
			w.limited[obj] = true
			w.defaultLimited = w.defaultLimited || obj.Name() == "DefaultClient"
		}
	case "ReadTimeout", "ReadHeaderTimeout":
		w.serverLimited = true
	case "DefaultClient", "DefaultTransport":
		w.defaultLimited = true
	}
}

func (w *world) declaration(pass *analysis.Pass, spec *ast.ValueSpec) {
	for i, id := range spec.Names {
		obj := pass.TypesInfo.Defs[id]
		if obj == nil {
			continue
		}
		switch {
		case i < len(spec.Values):
			w.sets[obj] = append(w.sets[obj], spec.Values[i])
		case typequery.IsNamed(obj.Type(), "net/http", "Client") && len(spec.Values) == 0:
			if _, pointer := obj.Type().(*types.Pointer); !pointer {
				w.sets[obj] = append(w.sets[obj], spec.Type) // the zero client
			}
		}
	}
}

// fields notes what a literal sets the fields of a struct to.
func (w *world) fields(pass *analysis.Pass, lit *ast.CompositeLit) {
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok {
			if v, ok := pass.TypesInfo.Uses[id].(*types.Var); ok && v.IsField() {
				w.sets[v] = append(w.sets[v], kv.Value)
			}
		}
	}
}

// context notes a request that gets a context: req.WithContext, req.Clone.
func (w *world) context(pass *analysis.Pass, call *ast.CallExpr) {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if ok && (sel.Sel.Name == "WithContext" || sel.Sel.Name == "Clone") {
		if obj := object(pass, sel.X); obj != nil {
			w.contexts[obj] = true
		}
	}
}

// object returns the variable or field that e names.
func object(pass *analysis.Pass, e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return pass.TypesInfo.ObjectOf(e)
	case *ast.SelectorExpr:
		return pass.TypesInfo.Uses[e.Sel]
	case *ast.UnaryExpr:
		if e.Op == token.AND {
			return object(pass, e.X)
		}
	case *ast.StarExpr:
		return object(pass, e.X)
	}
	return nil
}

// limitless reports whether e is a client without any time limit, for certain.
func (c *checker) limitless(e ast.Expr, depth int) bool {
	if depth > 3 {
		return false
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		return e.Op == token.AND && c.limitless(e.X, depth)
	case *ast.CompositeLit:
		return typequery.IsNamed(c.TypesInfo.TypeOf(e), "net/http", "Client") && !c.limits(e)
	case *ast.CallExpr:
		return c.constructs(e, depth)
	case *ast.Ident, *ast.SelectorExpr:
		return c.variable(e, depth)
	}
	return false
}

// limits reports whether a literal sets something that may be a limit.
func (c *checker) limits(lit *ast.CompositeLit) bool {
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return true
		}
		id, ok := kv.Key.(*ast.Ident)
		if ok && (id.Name == "Transport" || id.Name == "Timeout" && !isZero(c.TypesInfo, kv.Value)) {
			return true
		}
	}
	return false
}

func isZero(info *types.Info, e ast.Expr) bool {
	v := info.Types[e].Value
	return v != nil && v.ExactString() == "0"
}

// constructs reports whether a call makes a client without limit: new, or a
// function of the package all of whose returns do.
func (c *checker) constructs(call *ast.CallExpr, depth int) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && c.TypesInfo.Uses[id] == types.Universe.Lookup("new") {
		return typequery.IsNamed(c.TypesInfo.TypeOf(call), "net/http", "Client")
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn != nil && fn.Pkg() != nil && fn.Name() == "New" && wrappers[fn.Pkg().Path()] {
		return true
	}
	if fn == nil || len(c.world.returns[fn]) == 0 || c.configures(call) {
		return false
	}
	for _, r := range c.world.returns[fn] {
		if !c.limitless(r, depth+1) {
			return false
		}
	}
	return true
}

// configures reports whether an argument is a function: an option that may set
// a limit.
func (c *checker) configures(call *ast.CallExpr) bool {
	return slices.ContainsFunc(call.Args, func(a ast.Expr) bool {
		_, ok := c.TypesInfo.TypeOf(a).Underlying().(*types.Signature)
		return ok
	})
}

// variable reports whether a variable or an unexported field only ever holds
// clients without limit, and never gets one.
func (c *checker) variable(e ast.Expr, depth int) bool {
	obj, ok := object(c.Pass, e).(*types.Var)
	if !ok || c.world.limited[obj] {
		return false
	}
	if obj.Pkg() != nil && obj.Pkg().Path() == "net/http" && obj.Name() == "DefaultClient" {
		return !c.world.defaultLimited
	}
	if obj.Pkg() != c.Pkg || (obj.IsField() || obj.Parent() == c.Pkg.Scope()) && obj.Exported() {
		return false
	}
	sets := c.world.sets[obj]
	for _, s := range sets {
		if t, isType := c.TypesInfo.Types[s]; isType && t.IsType() {
			continue // the zero client
		}
		if !c.limitless(s, depth+1) {
			return false
		}
	}
	return len(sets) > 0
}
