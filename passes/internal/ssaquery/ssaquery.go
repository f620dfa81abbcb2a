// Package ssaquery builds SSA for a pass and answers questions about it.
package ssaquery

import (
	"go/ast"
	"go/types"
	"path/filepath"
	"reflect"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// A Package is the SSA form of a package under analysis.
type Package struct {
	// Funcs lists the source functions and their literals, in source order.
	Funcs []*ssa.Function
}

// build builds the SSA form of the package.
//
// The buildssa pass would do, but a pass cannot run another one on demand:
// requiring it would build SSA (and, through ctrlflow, a CFG of every
// function) for each dependency, most of which cannot matter. What ctrlflow
// knows of functions that do not return, the ownership engine finds itself.
func build(pass *analysis.Pass) *Package {
	prog := ssa.NewProgram(pass.Fset, ssa.BuilderMode(0))
	for _, p := range pass.Pkg.Imports() {
		prog.CreatePackage(p, nil, nil, true)
	}
	pkg := prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()

	out := new(Package)
	var add func(*ssa.Function)
	add = func(f *ssa.Function) {
		out.Funcs = append(out.Funcs, f)
		for _, anon := range f.AnonFuncs {
			add(anon)
		}
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fd, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[fd.Name].(*types.Func); ok {
					if f := prog.FuncValue(obj); f != nil {
						add(f)
					}
				}
			}
		}
	}
	// The initialisers of package-level variables are in the synthetic init.
	if init := pkg.Func("init"); init != nil {
		add(init)
	}
	return out
}

// IsStd reports whether the package belongs to the standard library. Drivers
// that know modules say so; for the others the layout of GOROOT decides.
func IsStd(pass *analysis.Pass) bool {
	if m := pass.Module; m != nil && m.Path != "" {
		return m.Path == "std" || m.Path == "cmd"
	}
	path := strings.TrimSuffix(pass.Pkg.Path(), "_test")
	first, _, _ := strings.Cut(path, "/")
	if strings.Contains(first, ".") || len(pass.Files) == 0 {
		return false
	}
	dir := filepath.ToSlash(filepath.Dir(pass.Fset.Position(pass.Files[0].Package).Filename))
	return strings.HasSuffix(dir, "/src/"+path)
}

// Analyzer gives the passes of a package one SSA form, built when the first
// asks for it: most packages matter to none of them.
var Analyzer = &analysis.Analyzer{
	Name: "ssaform",
	Doc:  "build the SSA form of a package on demand",
	Run: func(pass *analysis.Pass) (any, error) {
		return &Form{sync.OnceValue(func() *Package { return build(pass) })}, nil
	},
	ResultType: reflect.TypeFor[*Form](),
}

// A Form builds the SSA form of a package, once.
type Form struct {
	// Build returns the SSA form. It may be called from several goroutines,
	// and nobody may change what it returns.
	Build func() *Package
}

// Callee returns the declared function or method that a call names, interface
// methods included, as its generic origin; nil for a call of a function value
// and for a builtin.
func Callee(c *ssa.CallCommon) *types.Func {
	if c.IsInvoke() {
		return c.Method.Origin()
	}
	fn := c.StaticCallee()
	if fn == nil {
		return nil
	}
	if o := fn.Origin(); o != nil {
		fn = o
	}
	obj, _ := fn.Object().(*types.Func)
	return obj
}

// Args returns the arguments of a call as its signature counts them: without
// the receiver.
func Args(c *ssa.CallCommon) []ssa.Value {
	if !c.IsInvoke() && c.Signature().Recv() != nil && len(c.Args) > 0 {
		return c.Args[1:]
	}
	return c.Args
}

// Receiver returns the receiver of a method call, or nil.
func Receiver(c *ssa.CallCommon) ssa.Value {
	switch {
	case c.IsInvoke():
		return c.Value
	case c.Signature().Recv() != nil && len(c.Args) > 0:
		return c.Args[0]
	}
	return nil
}

// NewError reports whether a call makes an error of a text.
func NewError(call *ssa.Call) bool {
	fn := call.Call.StaticCallee()
	return fn != nil && (fn.String() == "errors.New" || fn.String() == "fmt.Errorf")
}
