package envflow

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Read is a place where the code takes a variable in.
type Read struct {
	Key        string    `json:"key"`
	Type       string    `json:"type"`    // by use: string, int, float, bool, duration, list
	Default    string    `json:"default"` // what is used if it is unset
	HasDefault bool      `json:"has_default"`
	Class      Class     `json:"class"`    // of the default, or Secret by its name, or ""
	Required   bool      `json:"required"` // the program does not go on without it
	Late       bool      `json:"late"`     // first read while serving a request
	Pos        token.Pos `json:"-"`
}

// Inventory returns every read of the package whose key is known, in source
// order: calls, tags of structs that a library fills, and what libraries bind.
func (a *Analysis) Inventory() []Read {
	inv := &inventory{Analysis: a, types: make(map[types.Object]string), tables: make(map[types.Object][]string), columns: make(map[column][]string), values: make(map[types.Object]string)}
	inv.required = a.requiredKeys()
	for _, f := range a.Files {
		ast.Inspect(f, inv.prepare)
	}
	for _, f := range a.Files {
		inv.file = f
		ast.Inspect(f, inv.visit)
	}
	inv.viperKeys()
	inv.flagVariables()
	slices.SortStableFunc(inv.reads, func(x, y Read) int { return int(x.Pos) - int(y.Pos) })
	return slices.CompactFunc(inv.reads, func(x, y Read) bool { return x.Pos == y.Pos && x.Key == y.Key })
}

type inventory struct {
	*Analysis
	file     *ast.File
	reads    []Read
	required map[string]bool
	types    map[types.Object]string   // variables that go into a parser, and what it makes
	tables   map[types.Object][]string // variables that range over constant names
	columns  map[column][]string       // likewise, over a table of structs
	values   map[types.Object]string   // variables that are set to a constant
	viper    viperUse
	std      flagUse
	lookup   string // the prefix of go-envconfig's lookuper
	filled   *bool  // whether the package fills structs, once known
}

func (inv *inventory) add(r Read) {
	if r.Key == "" || strings.ContainsAny(r.Key, " \t\n%{}") {
		return
	}
	if r.Type == "" {
		r.Type = "string"
	}
	r.Required = (r.Required || inv.required[r.Key]) && !r.HasDefault
	switch {
	case r.Default != "":
		r.Class = Classify(r.Key, r.Default)
	case IsSecret(r.Key):
		r.Class = Secret
	}
	r.Late = inv.late(r.Pos)
	inv.reads = append(inv.reads, r)
}

// parsers are the functions that make something else of a variable.
var parsers = map[string]string{
	"strconv.Atoi": "int", "strconv.ParseInt": "int", "strconv.ParseUint": "int", "strconv.ParseFloat": "float",
	"strconv.ParseBool": "bool", "time.ParseDuration": "duration", "strings.Split": "list", "strings.Fields": "list",
}

// A column is a field of the rows that a variable ranges over.
type column struct {
	row   types.Object
	field string
}

// prepare notes which variables are parsed, and which range over names.
func (inv *inventory) prepare(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.CallExpr:
		if fn := typequery.Callee(inv.Info, n); fn != nil && len(n.Args) > 0 {
			inv.lookups(fn, n)
			if id, ok := ast.Unparen(n.Args[0]).(*ast.Ident); ok && parsers[fn.FullName()] != "" {
				inv.types[inv.Info.Uses[id]] = parsers[fn.FullName()]
			}
		}
	case *ast.AssignStmt:
		if len(n.Lhs) == 1 && len(n.Rhs) == 1 && n.Tok == token.DEFINE {
			if s, ok := stringOf(inv.Info, n.Rhs[0]); ok {
				inv.values[typequery.ObjectOf(inv.Info, n.Lhs[0])] = s
			}
		}
	case *ast.ValueSpec:
		for i, id := range n.Names {
			if i < len(n.Values) {
				if s, ok := stringOf(inv.Info, n.Values[i]); ok {
					inv.values[inv.Info.Defs[id]] = s
				}
			}
		}
	case *ast.RangeStmt:
		if id, ok := n.Value.(*ast.Ident); ok {
			if names := inv.constants(n.X); len(names) > 0 {
				inv.tables[inv.Info.Defs[id]] = names
			}
			inv.rows(inv.Info.Defs[id], n.X)
		}
	}
	return true
}

// rows notes the names in the columns of a literal table of structs.
func (inv *inventory) rows(row types.Object, table ast.Expr) {
	lit, ok := ast.Unparen(table).(*ast.CompositeLit)
	if !ok || row == nil {
		return
	}
	st, ok := row.Type().Underlying().(*types.Struct)
	if !ok {
		return
	}
	for _, el := range lit.Elts {
		r, ok := el.(*ast.CompositeLit)
		if !ok {
			continue
		}
		for i, e := range r.Elts {
			name := ""
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				name, e = types.ExprString(kv.Key), kv.Value
			} else if i < st.NumFields() {
				name = st.Field(i).Name()
			}
			if keys := inv.keys(e); len(keys) > 0 {
				inv.columns[column{row, name}] = append(inv.columns[column{row, name}], keys...)
			}
		}
	}
}

// constants returns the strings of a literal list.
func (inv *inventory) constants(e ast.Expr) []string {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if !ok {
		return nil
	}
	var out []string
	for _, el := range lit.Elts {
		if s, ok := stringOf(inv.Info, el); ok {
			out = append(out, s)
		}
	}
	return out
}

func (inv *inventory) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		inv.assigned(n)
	case *ast.CallExpr:
		inv.parsed(n)
		inv.call(n, "")
		inv.library(n)
	case *ast.CompositeLit:
		inv.flag(n)
	case *ast.StructType:
		inv.fields(n, "")
	case *ast.FuncDecl:
		inv.environ(n)
	}
	return true
}

// assigned handles v := os.Getenv("KEY"), where v is parsed later.
func (inv *inventory) assigned(n *ast.AssignStmt) {
	if len(n.Rhs) != 1 {
		return
	}
	call, ok := ast.Unparen(n.Rhs[0]).(*ast.CallExpr)
	id, isIdent := n.Lhs[0].(*ast.Ident)
	if ok && isIdent {
		if t := inv.types[inv.Info.ObjectOf(id)]; t != "" {
			inv.call(call, t)
		}
	}
}

// parsed handles strconv.Atoi(os.Getenv("KEY")).
func (inv *inventory) parsed(n *ast.CallExpr) {
	fn := typequery.Callee(inv.Info, n)
	if fn == nil || len(n.Args) == 0 || parsers[fn.FullName()] == "" {
		return
	}
	if inner, ok := ast.Unparen(n.Args[0]).(*ast.CallExpr); ok {
		inv.call(inner, parsers[fn.FullName()])
	}
}

// call adds the variable that a call reads; typ is known from around it.
func (inv *inventory) call(n *ast.CallExpr, typ string) {
	key, def, ok := inv.Read(n)
	if !ok || inv.known(n.Pos()) {
		return
	}
	fn := typequery.Callee(inv.Info, n)
	h, _ := inv.helper(fn)
	r := Read{Type: typ, Required: h.Required, Pos: n.Pos()}
	if typ == "" {
		r.Type = inv.made(n)
	}
	if def != nil {
		r.HasDefault = true
		r.Default = inv.text(def)
	}
	for _, k := range inv.keys(key) {
		r.Key = k
		inv.add(r)
	}
}

// made names the type of what a helper makes of a variable: its result, or what
// it stores through a pointer.
func (inv *inventory) made(call *ast.CallExpr) string {
	for _, arg := range call.Args {
		if p, ok := inv.Info.TypeOf(arg).(*types.Pointer); ok {
			return typeOf(p.Elem())
		}
	}
	return typeOf(inv.Info.TypeOf(call))
}

func (inv *inventory) known(pos token.Pos) bool {
	return slices.ContainsFunc(inv.reads, func(r Read) bool { return r.Pos == pos })
}

// keys returns the names that an expression can stand for.
func (inv *inventory) keys(e ast.Expr) []string {
	if s, ok := stringOf(inv.Info, e); ok {
		return []string{s}
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj := inv.Info.Uses[e]
		if s, ok := inv.values[obj]; ok {
			return []string{s}
		}
		return inv.tables[obj]
	case *ast.SelectorExpr:
		return inv.columns[column{typequery.ObjectOf(inv.Info, e.X), e.Sel.Name}]
	case *ast.BinaryExpr:
		return inv.prefixed(e)
	}
	return nil
}

// prefixed returns the names behind a prefix: the rest of the name alone where
// the prefix is a parameter, which mostly is empty.
func (inv *inventory) prefixed(e *ast.BinaryExpr) []string {
	rest, ok := stringOf(inv.Info, e.Y)
	if !ok || e.Op != token.ADD || rest == "" {
		return nil
	}
	var out []string
	for _, prefix := range inv.keys(e.X) {
		out = append(out, prefix+rest)
	}
	v, isVar := typequery.ObjectOf(inv.Info, e.X).(*types.Var)
	if len(out) == 0 && isVar && v.Kind() == types.ParamVar && upper.MatchString(rest) {
		out = append(out, rest)
	}
	return out
}

// text returns a constant as it would stand in a file of variables.
func (inv *inventory) text(e ast.Expr) string {
	if s, ok := stringOf(inv.Info, e); ok {
		return s
	}
	if tv := inv.Info.Types[e]; tv.Value != nil {
		if typequery.IsNamed(tv.Type, "time", "Duration") {
			n, _ := constant.Int64Val(constant.ToInt(tv.Value))
			return time.Duration(n).String()
		}
		return tv.Value.ExactString()
	}
	return ""
}

// typeOf names the type that a helper returns or a library fills.
func typeOf(t types.Type) string {
	if t == nil {
		return ""
	}
	if tuple, ok := t.(*types.Tuple); ok {
		if tuple.Len() == 0 {
			return ""
		}
		t = tuple.At(0).Type()
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if typequery.IsNamed(t, "time", "Duration") {
		return "duration"
	}
	switch t := t.Underlying().(type) {
	case *types.Slice:
		return "list"
	case *types.Basic:
		switch info := t.Info(); {
		case info&types.IsBoolean != 0:
			return "bool"
		case info&types.IsInteger != 0:
			return "int"
		case info&types.IsFloat != 0:
			return "float"
		}
	}
	return "string"
}

// requiredKeys returns the variables of which a test for emptiness ends in a
// failure: a return of an error, a panic, the end of the process.
func (a *Analysis) requiredKeys() map[string]bool {
	out := make(map[string]bool)
	for _, file := range a.Files {
		for _, d := range file.Decls {
			fd, ok := d.(*ast.FuncDecl)
			if !ok || fd.Body == nil {
				continue
			}
			s := &scan{a: a, add: func(key, value ast.Expr) {}}
			s.refused = func(key ast.Expr) {
				if k, ok := stringOf(a.Info, key); ok {
					out[k] = true
				}
			}
			s.body(fd.Body)
		}
	}
	return out
}

// The form of the names of variables. A name without an underscore counts beside
// others that have one.
var (
	upper     = regexp.MustCompile(`^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$`)
	upperWord = regexp.MustCompile(`^[A-Z][A-Z0-9]{2,}$`)
)

// environ handles a function that goes through os.Environ by itself: the names
// are the cases of a switch, or the keys of a table of the package.
func (inv *inventory) environ(fd *ast.FuncDecl) {
	if fd.Body == nil || !inv.ranges(fd.Body) {
		return
	}
	for _, f := range inv.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			inv.names(alternatives(n))
			return true
		})
	}
}

// alternatives returns the cases of a switch, or the keys of a literal.
func alternatives(n ast.Node) []ast.Expr {
	var out []ast.Expr
	switch n := n.(type) {
	case *ast.SwitchStmt:
		for _, c := range n.Body.List {
			out = append(out, c.(*ast.CaseClause).List...)
		}
	case *ast.CompositeLit:
		for _, e := range n.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				out = append(out, kv.Key)
			}
		}
	}
	return out
}

// names adds the alternatives that look like variables.
func (inv *inventory) names(list []ast.Expr) {
	among := false
	for _, e := range list {
		s, _ := stringOf(inv.Info, e)
		among = among || upper.MatchString(s)
	}
	for _, e := range list {
		if s, _ := stringOf(inv.Info, e); among && (upper.MatchString(s) || upperWord.MatchString(s)) {
			inv.add(Read{Key: s, Pos: e.Pos()})
		}
	}
}

// ranges reports whether a body has a loop over os.Environ, or hands its result
// to a function of the package.
func (inv *inventory) ranges(body *ast.BlockStmt) bool {
	found := false
	is := func(e ast.Expr) bool {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		fn := typequery.Callee(inv.Info, call)
		return fn != nil && (fn.FullName() == "os.Environ" || fn.FullName() == "syscall.Environ")
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.RangeStmt:
			found = found || is(n.X)
		case *ast.CallExpr:
			if fn := typequery.Callee(inv.Info, n); fn != nil && inv.own(fn) {
				found = found || slices.ContainsFunc(n.Args, is)
			}
		}
		return !found
	})
	return found
}

// own reports whether fn is of the package.
func (inv *inventory) own(fn *types.Func) bool {
	return slices.ContainsFunc(inv.Files, func(f *ast.File) bool { return f.FileStart <= fn.Pos() && fn.Pos() < f.FileEnd })
}

// late reports whether a place runs while a request is served: inside a function
// that answers one.
func (inv *inventory) late(pos token.Pos) bool {
	for _, f := range inv.Files {
		if pos < f.FileStart || pos >= f.FileEnd {
			continue
		}
		for _, d := range f.Decls {
			if fd, ok := d.(*ast.FuncDecl); ok && fd.Pos() <= pos && pos < fd.End() {
				fn, ok := inv.Info.Defs[fd.Name].(*types.Func)
				return ok && inv.Serves != nil && inv.Serves(fn.Signature())
			}
		}
	}
	return false
}
