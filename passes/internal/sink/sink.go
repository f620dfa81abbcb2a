// Package sink knows where values take effect: which arguments are keys that
// sign, passwords that open, and addresses that are dialled; where a value
// that reaches one was written down; and what reaches one through variables,
// fields and functions of a package.
package sink

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/conf"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Use says what an argument is for.
type Use uint8

const (
	Key      Use = iota + 1 // signs or encrypts
	Password                // opens something
	DSN                     // a connection string
	Address                 // is dialled
	Listen                  // is listened on
)

// names are the uses as the configuration file writes them.
var names = map[string]Use{"key": Key, "password": Password, "dsn": DSN, "address": Address, "listen": Listen}

// major matches the major version in the path of a package.
var major = regexp.MustCompile(`/v[0-9]+([./)]|$)`)

// short are the last words of the functions in calls: most functions are told
// apart by them, without their full names.
var short = func() map[string]bool {
	out := make(map[string]bool)
	for name := range calls {
		out[name[strings.LastIndex(name, ".")+1:]] = true
	}
	return out
}()

// packages are the import paths, without major versions, of what has a use.
var packages = func() map[string]bool {
	out := make(map[string]bool)
	for name := range calls {
		out[typequery.PackageOf(name)] = true
	}
	for f := range fields {
		out[f[0]] = true
	}
	for v := range values {
		out[v[0]] = true
	}
	for v := range verifiers {
		out[v[0]] = true
	}
	return out
}()

// Relevant reports whether a package imports one whose functions or types have
// uses: only then can something of it reach one.
func Relevant(pkg *types.Package) bool {
	if len(conf.Current().Sinks) > 0 {
		return true
	}
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool {
		return packages[major.ReplaceAllString(p.Path(), "$1")]
	})
}

// usesOf returns the arguments of a function that have a use.
func usesOf(fn *types.Func) map[int]Use {
	rows := conf.Current().Sinks
	if !short[fn.Name()] && len(rows) == 0 {
		return nil
	}
	full := fn.FullName()
	out := calls[major.ReplaceAllString(full, "$1")]
	for _, row := range rows {
		if row.Func == full {
			out = maps.Clone(out)
			if out == nil {
				out = make(map[int]Use)
			}
			out[row.Arg] = names[row.Use]
		}
	}
	return out
}

// A Visit hears of an expression that has a use, and the name of what uses it.
type Visit func(e ast.Expr, u Use, where string)

// Each calls f for every argument, field and result of the files that has a
// use, in source order.
func Each(info *types.Info, files []*ast.File, f Visit) {
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				call(info, n, f)
			case *ast.CompositeLit:
				literal(info, n, f)
			case *ast.AssignStmt:
				assignment(info, n, f)
			case *ast.FuncDecl:
				if fn, ok := info.Defs[n.Name].(*types.Func); ok && n.Body != nil {
					verifier(fn.Signature(), n.Body, f)
				}
			case *ast.FuncLit:
				if sig, ok := info.TypeOf(n).(*types.Signature); ok {
					verifier(sig, n.Body, f)
				}
			}
			return true
		})
	}
}

func call(info *types.Info, n *ast.CallExpr, f Visit) {
	fn := typequery.Callee(info, n)
	if fn == nil {
		return
	}
	uses := usesOf(fn)
	for _, i := range slices.Sorted(maps.Keys(uses)) {
		if i < len(n.Args) {
			f(n.Args[i], uses[i], types.ExprString(n.Fun))
		}
	}
}

// literal handles Options{Password: v}, and maps whose values have a use.
func literal(info *types.Info, lit *ast.CompositeLit, f Visit) {
	t := info.TypeOf(lit)
	key, where := named(t)
	use := values[key]
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if use != 0 {
			f(kv.Value, use, where)
		} else if id, ok := kv.Key.(*ast.Ident); ok {
			field(t, id.Name, kv.Value, f)
		}
	}
}

// assignment handles options.Password = v.
func assignment(info *types.Info, n *ast.AssignStmt, f Visit) {
	for i, l := range n.Lhs {
		if sel, ok := l.(*ast.SelectorExpr); ok && len(n.Lhs) == len(n.Rhs) {
			if t := info.TypeOf(sel.X); t != nil {
				field(t, sel.Sel.Name, n.Rhs[i], f)
			}
		}
	}
}

// field calls f if that field of a type has a use.
func field(t types.Type, name string, value ast.Expr, f Visit) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	key, where := named(t)
	if u := fields[[3]string{key[0], key[1], name}]; u != 0 {
		f(value, u, where)
	}
}

// named returns the package of a type, without its major version, and its name;
// and both as messages have them.
func named(t types.Type) (key [2]string, where string) {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return key, ""
	}
	o := n.Obj()
	return [2]string{major.ReplaceAllString(o.Pkg().Path(), "$1"), o.Name()}, o.Pkg().Name() + "." + o.Name()
}

// verifier calls f for the keys that a function returns which is asked for the
// key of a token.
func verifier(sig *types.Signature, body *ast.BlockStmt, f Visit) {
	if sig.Params().Len() != 1 || sig.Results().Len() != 2 {
		return
	}
	p, ok := sig.Params().At(0).Type().(*types.Pointer)
	if !ok {
		return
	}
	if key, _ := named(p.Elem()); !verifiers[key] {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) == 2 {
				f(n.Results[0], Key, "the verification of tokens")
			}
		}
		return true
	})
}

// Compared returns the sides of a comparison, == or != or one in constant time;
// none of another node.
func Compared(info *types.Info, n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if n.Op == token.EQL || n.Op == token.NEQ {
			return []ast.Expr{n.X, n.Y}
		}
	case *ast.CallExpr:
		fn := typequery.Callee(info, n)
		if fn != nil && len(n.Args) == 2 && (fn.FullName() == "crypto/subtle.ConstantTimeCompare" || fn.FullName() == "crypto/hmac.Equal") {
			return n.Args
		}
	}
	return nil
}
