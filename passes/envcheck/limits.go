package envcheck

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// maxHops bounds how many variables and fields are followed back to a read.
const maxHops = 4

// zero reports calls and literals that a variable of the value 0 breaks.
func (c *checker) zero(n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpr:
		fn := typequery.Callee(c.TypesInfo, n)
		if fn == nil {
			return
		}
		if fn.FullName() == "time.NewTicker" {
			c.unlimited(n.Args[0], CategoryZero, "%s is not checked: at 0 time.NewTicker panics, which ends the process")
		} else if i := expiry(fn); i >= 0 && i < len(n.Args) {
			c.unlimited(n.Args[i], CategoryUnlimited, "%s is not checked: at 0 nothing that is stored here ever expires")
		}
	case *ast.CompositeLit:
		if typequery.IsNamed(c.TypesInfo.TypeOf(n), "net/http", "Client") {
			c.unlimited(element(n, "Timeout"), CategoryUnlimited, "%s is not checked: at 0 the client has no time limit, and one server that never answers holds its callers")
		}
	case *ast.RangeStmt:
		if starts(n.Body) {
			c.unlimited(n.X, CategoryUnlimited, "%s is not checked: at 0 no worker starts, and whoever hands work over waits for ever")
		}
	case *ast.ForStmt:
		if cond, ok := n.Cond.(*ast.BinaryExpr); ok && cond.Op == token.LSS && starts(n.Body) {
			c.unlimited(cond.Y, CategoryUnlimited, "%s is not checked: at 0 no worker starts, and whoever hands work over waits for ever")
		}
	}
}

// unlimited reports e if it is the number of a variable that nothing compares.
func (c *checker) unlimited(e ast.Expr, category, format string) {
	if e == nil {
		return
	}
	t, ok := c.TypesInfo.TypeOf(e).Underlying().(*types.Basic)
	if !ok || t.Info()&types.IsInteger == 0 {
		return
	}
	if name := c.number(e, 0); name != "" && (category != CategoryUnlimited || c.notes) {
		c.report(e, category, fmt.Sprintf(format, name))
	}
}

// number returns the variable or the field of a configuration that the integer e
// comes from, if nothing on the way compares it.
func (c *checker) number(e ast.Expr, hops int) string {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		return c.parsed(call, hops)
	}
	obj, ok := c.object(e).(*types.Var)
	if !ok || hops > maxHops || c.asked.vars[obj] {
		return ""
	}
	if sel, ok := e.(*ast.SelectorExpr); ok && obj.IsField() {
		if name := c.configured(sel, obj); name != "" {
			return name
		}
	}
	if obj.Exported() && obj.IsField() || len(c.sets[obj]) != 1 {
		return ""
	}
	return c.number(c.sets[obj][0], hops+1)
}

// parsed returns the variable that a call reads or parses, or converts.
func (c *checker) parsed(call *ast.CallExpr, hops int) string {
	if key, _, isRead := c.env.Key(call); isRead {
		return key
	}
	if tv := c.TypesInfo.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
		return c.number(call.Args[0], hops+1)
	}
	if fn := typequery.Callee(c.TypesInfo, call); fn != nil && parsers[fn.FullName()] {
		return c.variable(call.Args[0])
	}
	return ""
}

// configured returns the name of a field that a library fills from the
// environment or a configuration file, and that its package does not compare.
func (c *checker) configured(sel *ast.SelectorExpr, field *types.Var) string {
	t := c.TypesInfo.TypeOf(sel.X)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	st, isStruct := t.Underlying().(*types.Struct)
	if !ok || !isStruct || c.env.Compared(named.Obj(), field.Name()) || validated(named) {
		return ""
	}
	for i := range st.NumFields() {
		if st.Field(i) != field {
			continue
		}
		tag := reflect.StructTag(st.Tag(i))
		if tag.Get("validate") != "" || tag.Get("binding") != "" {
			return ""
		}
		for _, source := range []string{"env", "envconfig", "mapstructure", "koanf"} {
			if name, _, _ := strings.Cut(tag.Get(source), ","); name != "" && name != "-" {
				return name
			}
		}
	}
	return ""
}

// validated reports whether a configuration has a method that may look at it.
func validated(t *types.Named) bool {
	for m := range t.Methods() {
		if validator(m.Name()) || strings.Contains(strings.ToLower(m.Name()), "check") {
			return true
		}
	}
	return false
}

// expiry returns the index of the parameter that says how long a store of values
// keeps what it is given, -1 if there is none.
func expiry(fn *types.Func) int {
	if fn.Pkg() == nil || !strings.HasPrefix(fn.Name(), "Set") || !strings.Contains(fn.Pkg().Path(), "redis") {
		return -1
	}
	params := fn.Signature().Params()
	for i := range params.Len() {
		if typequery.IsNamed(params.At(i).Type(), "time", "Duration") {
			return i
		}
	}
	return -1
}

// starts reports whether the body of a loop starts goroutines.
func starts(body *ast.BlockStmt) bool {
	for _, s := range body.List {
		if _, ok := s.(*ast.GoStmt); ok {
			return true
		}
	}
	return false
}

func element(lit *ast.CompositeLit, field string) ast.Expr {
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if id, ok := kv.Key.(*ast.Ident); ok && id.Name == field {
				return kv.Value
			}
		}
	}
	return nil
}

// readers read a configuration file.
var readers = map[string]bool{
	"github.com/spf13/viper.ReadInConfig":          true,
	"(*github.com/spf13/viper.Viper).ReadInConfig": true,
}

// unread reports a configuration file whose errors do not end the start: one
// that is broken is taken for none.
func (c *checker) unread(branch *ast.IfStmt) {
	as, ok := branch.Init.(*ast.AssignStmt)
	if !ok || !c.notes || len(as.Rhs) != 1 {
		return
	}
	call, ok := as.Rhs[0].(*ast.CallExpr)
	if !ok {
		return
	}
	if fn := typequery.Callee(c.TypesInfo, call); fn == nil || !readers[fn.FullName()] {
		return
	}
	for _, s := range branch.Body.List {
		x, ok := s.(*ast.ExprStmt)
		if !ok { // a return, or a look at what kind of error it is
			return
		}
		if logged, ok := x.X.(*ast.CallExpr); !ok || ends(c.TypesInfo, logged) {
			return
		}
	}
	c.Report(analysis.Diagnostic{
		Pos: call.Pos(), End: call.End(), Category: CategoryUnread,
		Message: typequery.Name(call.Fun) + " may fail, and the program goes on: a configuration file with a typo is taken for none, and the defaults are used",
	})
}

// ends reports whether a call does not come back.
func ends(info *types.Info, call *ast.CallExpr) bool {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "panic" {
		return true
	}
	fn := typequery.Callee(info, call)
	return fn != nil && (strings.HasPrefix(fn.Name(), "Fatal") || strings.HasPrefix(fn.Name(), "Panic") || fn.FullName() == "os.Exit")
}
