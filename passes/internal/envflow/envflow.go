package envflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Helper is a function that looks up the variable named by one parameter, and
// may return another one if it is unset.
type Helper struct {
	Key      int  // index of the parameter with the variable's name
	Fallback int  // index of the parameter with the fallback, -1 if there is none
	Required bool // it does not return a value for an unset variable
}

// A Fallback is a constant that stands in for an unset variable.
type Fallback struct {
	Key   string // name of the variable, or "" if it is not constant
	Value ast.Expr
	Text  string     // of a string
	Class Class      // by name and value
	Read  ast.Expr   // the call whose result it may be, or nil
	Field *types.Var // what a library sets to it, or nil
}

// An Importer returns what is known of a function of another package.
type Importer func(*types.Func) (Helper, bool)

// An Analysis is one package.
type Analysis struct {
	Info    *types.Info
	Files   []*ast.File
	Import  Importer
	Serves  func(*types.Signature) bool // whether such a function answers a request; may be nil
	Helpers map[*types.Func]Helper
}

// Infer finds the helpers of the package: a fixed point, since one may call
// another.
func (a *Analysis) Infer() {
	a.Helpers = make(map[*types.Func]Helper)
	for changed := true; changed; {
		changed = false
		for _, file := range a.Files {
			for _, d := range file.Decls {
				fd, ok := d.(*ast.FuncDecl)
				if !ok || fd.Body == nil {
					continue
				}
				fn, ok := a.Info.Defs[fd.Name].(*types.Func)
				if _, done := a.Helpers[fn]; !ok || done {
					continue
				}
				if h, ok := a.infer(fn, fd); ok {
					a.Helpers[fn] = h
					changed = true
				}
			}
		}
	}
}

// infer reports whether fn looks a parameter up and returns another one.
func (a *Analysis) infer(fn *types.Func, fd *ast.FuncDecl) (Helper, bool) {
	h := Helper{Key: -1, Fallback: -1}
	params := fn.Signature().Params()
	index := func(e ast.Expr) int {
		id, ok := ast.Unparen(e).(*ast.Ident)
		if !ok {
			return -1
		}
		for i := range params.Len() {
			if a.Info.Uses[id] == params.At(i) {
				return i
			}
		}
		return -1
	}
	var returned []int
	ast.Inspect(fd.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if key, def, ok := a.Read(n); ok {
				if i := index(key); i >= 0 {
					h.Key = i
				}
				if def != nil {
					returned = append(returned, index(def))
				}
			}
			if isCmpOr(a.Info, n) {
				for _, arg := range n.Args {
					returned = append(returned, index(arg))
				}
			}
		case *ast.ReturnStmt:
			for _, r := range n.Results {
				if ix, ok := ast.Unparen(r).(*ast.IndexExpr); ok {
					r = ix.X // fallback ...string
				}
				returned = append(returned, index(r))
			}
		case *ast.AssignStmt:
			for _, r := range n.Rhs {
				returned = append(returned, index(r))
			}
		}
		return true
	})
	for _, i := range returned {
		if i >= 0 && i != h.Key {
			h.Fallback = i
		}
	}
	if h.Key >= 0 && h.Fallback < 0 {
		s := &scan{a: a, add: func(key, value ast.Expr) {}}
		s.refused = func(key ast.Expr) { h.Required = h.Required || index(key) == h.Key }
		s.body(fd.Body)
	}
	return h, h.Key >= 0
}

// endings are what the names of functions begin with that do not come back, or
// that make an error.
var endings = regexp.MustCompile(`^(Fatal|Panic|Exit|panic|Errorf|New|Wrap|Die|die|fatal|must|Must)`)

// endsBadly reports whether the last statement of a branch is a call that does
// not come back, or a return of an error made there.
func endsBadly(s ast.Stmt) bool {
	block, ok := s.(*ast.BlockStmt)
	if !ok || len(block.List) == 0 {
		return false
	}
	var e ast.Expr
	switch last := block.List[len(block.List)-1].(type) {
	case *ast.ExprStmt:
		e = last.X
	case *ast.ReturnStmt:
		if len(last.Results) == 0 {
			return false
		}
		e = last.Results[len(last.Results)-1]
		if id, ok := e.(*ast.Ident); ok {
			return strings.HasPrefix(strings.ToLower(id.Name), "err")
		}
	}
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return endings.MatchString(f.Name)
	case *ast.SelectorExpr:
		return endings.MatchString(f.Sel.Name)
	}
	return false
}

// IsLookup reports whether the function of that full name looks a variable up.
func IsLookup(name string) bool {
	return name == "os.Getenv" || name == "os.LookupEnv" || name == "syscall.Getenv"
}

// Read takes a call that reads a variable apart: its key, and its fallback if
// it is a helper that has one.
func (a *Analysis) Read(call *ast.CallExpr) (key, fallback ast.Expr, ok bool) {
	fn := typequery.Callee(a.Info, call)
	if fn == nil {
		return nil, nil, false
	}
	if IsLookup(fn.FullName()) {
		return call.Args[0], nil, true
	}
	switch fn.FullName() {
	case "strings.TrimSpace", "strings.ToLower", "strings.ToUpper":
		inner, isCall := ast.Unparen(call.Args[0]).(*ast.CallExpr)
		if !isCall {
			return nil, nil, false
		}
		return a.Read(inner)
	}
	h, ok := a.helper(fn)
	if !ok || h.Key >= len(call.Args) || h.Fallback >= len(call.Args) {
		return nil, nil, false
	}
	if h.Fallback < 0 {
		return call.Args[h.Key], nil, true
	}
	return call.Args[h.Key], call.Args[h.Fallback], true
}

// helper returns what is known of a function of this or another package.
func (a *Analysis) helper(fn *types.Func) (Helper, bool) {
	if h, ok := a.Helpers[fn.Origin()]; ok {
		return h, true
	}
	return a.Import(fn.Origin())
}

// Fallbacks returns the constant fallbacks of the package in source order.
func (a *Analysis) Fallbacks() []Fallback {
	var out []Fallback
	from := func(read ast.Expr) func(key, value ast.Expr) {
		return func(key, value ast.Expr) {
			if f, ok := a.fallback(key, value); ok {
				f.Read = read
				out = append(out, f)
			}
		}
	}
	add := from(nil)
	for _, file := range a.Files {
		out = append(out, a.defaults(file)...)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if key, def, ok := a.Read(n); ok && def != nil {
					from(n)(key, def)
				}
				if isCmpOr(a.Info, n) {
					a.cmpOr(n, from(n))
				}
				if f, ok := a.setDefault(n); ok {
					out = append(out, f)
				}
			case *ast.CompositeLit:
				if f, ok := a.flagLit(n); ok {
					out = append(out, f)
				}
			case *ast.StructType:
				out = append(out, a.tags(n)...)
			case *ast.FuncDecl:
				if n.Body != nil {
					(&scan{a: a, add: add}).body(n.Body)
				}
			}
			return true
		})
	}
	slices.SortFunc(out, func(x, y Fallback) int { return int(x.Value.Pos()) - int(y.Value.Pos()) })
	return slices.CompactFunc(out, func(x, y Fallback) bool { return x.Value.Pos() == y.Value.Pos() })
}

// fallback makes a record if value is a constant that is not empty.
func (a *Analysis) fallback(key, value ast.Expr) (Fallback, bool) {
	tv := a.Info.Types[value]
	if tv.Value == nil || key == nil {
		return Fallback{}, false
	}
	f := Fallback{Value: value}
	if k := a.Info.Types[key].Value; k != nil && k.Kind() == constant.String {
		f.Key = constant.StringVal(k)
	}
	switch tv.Value.Kind() {
	case constant.String:
		f.Text = constant.StringVal(tv.Value)
		f.Class = Classify(f.Key, f.Text)
		return f, f.Text != ""
	case constant.Bool:
		f.Class = Flag
	default:
		f.Class = Number
	}
	return f, true
}

// stringOf returns the constant string that e is.
func stringOf(info *types.Info, e ast.Expr) (string, bool) {
	v := info.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(v), true
}

func isCmpOr(info *types.Info, call *ast.CallExpr) bool {
	fn := typequery.Callee(info, call)
	return fn != nil && fn.FullName() == "cmp.Or"
}

// cmpOr handles cmp.Or(os.Getenv("A"), "fallback").
func (a *Analysis) cmpOr(call *ast.CallExpr, add func(key, value ast.Expr)) {
	var key ast.Expr
	for _, arg := range call.Args {
		if read, ok := ast.Unparen(arg).(*ast.CallExpr); ok {
			if k, _, ok := a.Read(read); ok {
				key = k
			}
		} else if key != nil {
			add(key, arg)
		}
	}
}

// isEmptyTest takes a test for an unset variable apart: it returns the tested
// expression, and whether the condition is true when it is unset.
func isEmptyTest(info *types.Info, cond ast.Expr) (tested ast.Expr, unset bool) {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return x.X, true // !ok
		}
	case *ast.Ident:
		return x, false // ok
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			// ok && v != "", !ok || v == "": the first half decides.
			return isEmptyTest(info, x.X)
		}
		left := ast.Unparen(x.X)
		if call, ok := left.(*ast.CallExpr); ok && len(call.Args) == 1 {
			if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "len" {
				left = call.Args[0]
			}
		}
		v := info.Types[x.Y].Value
		if v == nil || v.ExactString() != `""` && v.ExactString() != "0" {
			return nil, false
		}
		switch x.Op {
		case token.EQL:
			return left, true
		case token.NEQ, token.GTR:
			return left, false
		}
	}
	return nil, false
}
