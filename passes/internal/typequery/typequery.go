// Package typequery answers questions about syntax and types that several
// checks ask.
package typequery

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/types/typeutil"
)

// File returns the file that contains pos, or nil.
func File(pass *analysis.Pass, pos token.Pos) *ast.File {
	for _, f := range pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// Path returns the nodes that enclose pos, innermost first.
func Path(pass *analysis.Pass, pos token.Pos) []ast.Node {
	f := File(pass, pos)
	if f == nil {
		return nil
	}
	path, _ := astutil.PathEnclosingInterval(f, pos, pos)
	return path
}

// IsTest reports whether the file of pos is for tests: a _test.go file, or
// support code that imports package testing.
func IsTest(pass *analysis.Pass, pos token.Pos) bool {
	if strings.HasSuffix(pass.Fset.Position(pos).Filename, "_test.go") {
		return true
	}
	f := File(pass, pos)
	return f != nil && slices.ContainsFunc(f.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == `"testing"` })
}

// CallAt returns the call whose parenthesis is at lparen, which is where SSA
// has calls, and the path that leads outwards from it; nil if there is none.
func CallAt(pass *analysis.Pass, lparen token.Pos) (*ast.CallExpr, []ast.Node) {
	path := Path(pass, lparen)
	for i, n := range path {
		if call, ok := n.(*ast.CallExpr); ok && call.Lparen == lparen {
			return call, path[i:]
		}
	}
	return nil, nil
}

// Generated reports whether the file of pos says that a tool wrote it.
func Generated(pass *analysis.Pass, pos token.Pos) bool {
	f := File(pass, pos)
	return f != nil && ast.IsGenerated(f)
}

// Callee returns the function or method that call names, interface methods
// included, as its generic origin; nil for a call of a function value.
func Callee(info *types.Info, call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(info, call).(*types.Func)
	if fn == nil {
		return nil
	}
	return fn.Origin()
}

// IsNamed reports whether t, or what it points to, is the named type path.name.
func IsNamed(t types.Type, path, name string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == path
}

// IsError reports whether t is the predeclared type error.
func IsError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// IsNil reports whether e is the predeclared nil.
func IsNil(info *types.Info, e ast.Expr) bool {
	return info.Types[e].IsNil()
}

// ErrorTest takes "err != nil" or "err == nil" apart: the error variable, and
// whether the condition holds when it is nil. v is nil for other conditions.
func ErrorTest(info *types.Info, cond ast.Expr) (v *types.Var, isNil bool) {
	cmp, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || !IsNil(info, cmp.Y) || cmp.Op != token.NEQ && cmp.Op != token.EQL {
		return nil, false
	}
	id, ok := ast.Unparen(cmp.X).(*ast.Ident)
	if !ok {
		return nil, false
	}
	v, ok = info.Uses[id].(*types.Var)
	if !ok || !IsError(v.Type()) {
		return nil, false
	}
	return v, cmp.Op == token.EQL
}

// EnclosingResults returns the results of the innermost function on a path of
// nodes that leads outwards, or nil.
func EnclosingResults(info *types.Info, path []ast.Node) *types.Tuple {
	for _, n := range path {
		switch f := n.(type) {
		case *ast.FuncDecl:
			if obj, ok := info.Defs[f.Name].(*types.Func); ok {
				return obj.Signature().Results()
			}
			return nil
		case *ast.FuncLit:
			if sig, ok := info.TypeOf(f).(*types.Signature); ok {
				return sig.Results()
			}
			return nil
		}
	}
	return nil
}

// Terminates reports whether the last statement of a block leaves it for good:
// a return, a jump, or a call that the language or log and os end with.
func Terminates(info *types.Info, block *ast.BlockStmt) bool {
	if len(block.List) == 0 {
		return false
	}
	switch last := block.List[len(block.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := last.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		if id, ok := call.Fun.(*ast.Ident); ok && info.Uses[id] == types.Universe.Lookup("panic") {
			return true
		}
		fn := Callee(info, call)
		return fn != nil && (fn.FullName() == "os.Exit" || strings.HasPrefix(fn.FullName(), "log.Fatal"))
	}
	return false
}

// Foreign reports whether the package belongs to a module that is only required:
// facts for its own module are of no use there.
func Foreign(pass *analysis.Pass) bool { return pass.Module != nil && pass.Module.Version != "" }

// SameModule reports whether a package belongs to the module of the pass.
// Drivers that do not know modules leave the first three elements of the path:
// host, owner, repository.
func SameModule(pass *analysis.Pass, path string) bool {
	if m := pass.Module; m != nil && m.Path != "" {
		return path == m.Path || strings.HasPrefix(path, m.Path+"/")
	}
	return repository(path) == repository(pass.Pkg.Path())
}

func repository(path string) string {
	parts := strings.SplitN(path, "/", 4)
	return strings.Join(parts[:min(3, len(parts))], "/")
}

// ObjectOf returns what an identifier stands for; nil for another expression.
func ObjectOf(info *types.Info, e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	return info.ObjectOf(id)
}
