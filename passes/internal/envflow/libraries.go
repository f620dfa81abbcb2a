package envflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A filler is a function that fills the struct which an argument points to.
type filler struct {
	target int // index of the argument
	prefix int // index of the argument with the prefix of all names, -1 if there is none
	// untagged says that fields without a tag have names too.
	untagged bool
}

// fillers by path of the package, without its version, and name.
var fillers = map[string]filler{
	"github.com/caarlos0/env.Parse":                {target: 0, prefix: -1},
	"github.com/caarlos0/env.ParseWithOptions":     {target: 0, prefix: 1},
	"github.com/caarlos0/env.Must":                 {target: 0, prefix: -1},
	"github.com/kelseyhightower/envconfig.Process": {target: 1, prefix: 0, untagged: true},
	"github.com/kelseyhightower/envconfig.MustProcess": {
		target: 1, prefix: 0, untagged: true,
	},
	"github.com/ilyakaznacheev/cleanenv.ReadEnv":    {target: 0, prefix: -1},
	"github.com/ilyakaznacheev/cleanenv.ReadConfig": {target: 1, prefix: -1},
	"github.com/sethvargo/go-envconfig.Process":     {target: 1, prefix: -1},
	"github.com/sethvargo/go-envconfig.ProcessWith": {target: 1, prefix: -1},
	"github.com/alecthomas/kong.Parse":              {target: 0, prefix: -1},
	"github.com/alecthomas/kong.New":                {target: 0, prefix: -1},
	"github.com/alexflint/go-arg.MustParse":         {target: 0, prefix: -1},
	"github.com/alexflint/go-arg.Parse":             {target: 0, prefix: -1},
	"github.com/jessevdk/go-flags.Parse":            {target: 0, prefix: -1},
	"github.com/jessevdk/go-flags.ParseArgs":        {target: 0, prefix: -1},
	"github.com/jessevdk/go-flags.NewParser":        {target: 0, prefix: -1},
	"github.com/umputun/go-flags.Parse":             {target: 0, prefix: -1},
	"github.com/umputun/go-flags.ParseArgs":         {target: 0, prefix: -1},
	"github.com/umputun/go-flags.NewParser":         {target: 0, prefix: -1},
}

var version = regexp.MustCompile(`^v[0-9]+$`)

// unversioned returns the name of a function without the major version in its path.
func unversioned(fn *types.Func) string {
	if fn.Pkg() == nil {
		return ""
	}
	p := fn.Pkg().Path()
	if version.MatchString(path.Base(p)) {
		p = path.Dir(p)
	}
	if recv := fn.Signature().Recv(); recv != nil {
		return p + ".." + fn.Name()
	}
	return p + "." + fn.Name()
}

// library handles calls of libraries that take variables in.
func (inv *inventory) library(call *ast.CallExpr) {
	fn := typequery.Callee(inv.Info, call)
	if fn == nil {
		return
	}
	if strings.Contains(unversioned(fn), "spf13/viper.") {
		inv.viperCall(fn, call)
		return
	}
	if strings.HasPrefix(unversioned(fn), "github.com/spf13/pflag..") {
		inv.flagCall(fn, call)
		return
	}
	if inv.flagenv(fn, call) {
		return
	}
	f, ok := fillers[unversioned(fn)]
	if !ok || f.target >= len(call.Args) {
		return
	}
	w := walk{inventory: inv, untagged: f.untagged, at: call.Pos()}
	prefix := ""
	if fn.Name() == "ProcessWith" {
		prefix = inv.lookup
	}
	if f.prefix >= 0 && f.prefix < len(call.Args) {
		prefix = inv.prefix(call.Args[f.prefix])
	}
	if f.untagged && prefix != "" {
		prefix = strings.ToUpper(prefix) + "_"
	}
	w.fill(inv.Info.TypeOf(targetOf(call.Args[f.target])), prefix)
}

// targetOf returns the field Target of a literal of options, else the argument.
func targetOf(e ast.Expr) ast.Expr {
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok {
		if lit, ok := u.X.(*ast.CompositeLit); ok {
			for _, el := range lit.Elts {
				if kv, ok := el.(*ast.KeyValueExpr); ok && types.ExprString(kv.Key) == "Target" {
					return kv.Value
				}
			}
		}
	}
	return e
}

// prefix returns a constant, or the field Prefix of a literal of options.
func (inv *inventory) prefix(e ast.Expr) string {
	if keys := inv.keys(e); len(keys) == 1 {
		return keys[0]
	}
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		for _, el := range lit.Elts {
			if kv, ok := el.(*ast.KeyValueExpr); ok && types.ExprString(kv.Key) == "Prefix" {
				return inv.prefix(kv.Value)
			}
		}
	}
	return ""
}

// A walk goes through the fields of a struct that a library fills.
type walk struct {
	*inventory
	untagged bool
	at       token.Pos
	inside   []types.Type
}

func (w *walk) fill(t types.Type, prefix string) {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok || slices.ContainsFunc(w.inside, func(x types.Type) bool { return types.Identical(x, t) }) {
		return
	}
	w.inside = append(w.inside, t)
	defer func() { w.inside = w.inside[:len(w.inside)-1] }()
	for i := range st.NumFields() {
		f := st.Field(i)
		if reflect.StructTag(st.Tag(i)).Get("ignored") == "true" {
			continue
		}
		v := parseTag(reflect.StructTag(st.Tag(i)), f.Name())
		if v.key == "" && w.untagged && f.Exported() && !isNested(f.Type()) {
			v.key = untaggedName(f.Name(), v.split)
		}
		if v.key != "" && !isNested(f.Type()) {
			w.add(Read{
				Key: prefix + v.key, Type: typeOf(f.Type()), Default: v.value, HasDefault: v.hasDefault,
				Required: v.required, Pos: w.place(f),
			})
			continue
		}
		next := prefix + v.prefix
		if w.untagged && !f.Anonymous() && isNested(f.Type()) {
			name := v.key
			if name == "" {
				name = untaggedName(f.Name(), v.split)
			}
			next = prefix + name + "_"
		}
		w.fill(f.Type(), next)
	}
}

// place is where the field is declared if that is in this package.
func (w *walk) place(f *types.Var) token.Pos {
	for _, file := range w.Files {
		if file.FileStart <= f.Pos() && f.Pos() < file.FileEnd {
			return f.Pos()
		}
	}
	return w.at
}

// isNested reports whether a field is a struct whose fields have variables of
// their own, and not a value that is parsed, as time.Time and url.URL are.
func isNested(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && !strings.Contains(n.Obj().Pkg().Path(), ".") {
		return false
	}
	for i := range st.NumFields() {
		if st.Field(i).Exported() {
			return true
		}
	}
	return false
}

// untaggedName is the name of a field without a tag: upper case, with
// underscores between its words if split.
func untaggedName(field string, split bool) string {
	if !split {
		return strings.ToUpper(field)
	}
	var out []rune
	runes := []rune(field)
	for i, r := range runes {
		start := unicode.IsUpper(r) && i > 0 && (unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if start {
			out = append(out, '_')
		}
		out = append(out, unicode.ToUpper(r))
	}
	return string(out)
}

// A variable is what a tag says.
type variable struct {
	key, value, prefix          string
	hasDefault, required, split bool
}

// parseTag reads a tag in the forms of caarlos0/env, kelseyhightower/envconfig,
// cleanenv, go-envconfig, kong, go-arg and go-flags.
func parseTag(tag reflect.StructTag, field string) variable {
	var v variable
	var options string
	v.key, options, _ = strings.Cut(tag.Get("env"), ",")
	if v.key == "-" {
		return variable{}
	}
	if v.key == "" {
		v.key = strings.ToUpper(tag.Get("envconfig"))
	}
	for option := range strings.SplitSeq(options, ",") {
		name, value, _ := strings.Cut(strings.TrimSpace(option), "=")
		switch name {
		case "required", "notEmpty":
			v.required = true
		case "default":
			v.value, v.hasDefault = value, true
		case "prefix":
			v.prefix = value
		}
	}
	for option := range strings.SplitSeq(tag.Get("arg"), ",") {
		name, value, has := strings.Cut(strings.TrimSpace(option), ":")
		switch {
		case name == "env" && has:
			v.key = value
		case name == "env":
			v.key = strings.ToUpper(field)
		case name == "required":
			v.required = true
		}
	}
	for _, name := range []string{"envDefault", "env-default", "default"} {
		if value, ok := tag.Lookup(name); ok {
			v.value, v.hasDefault = value, true
		}
	}
	for _, name := range []string{"envPrefix", "env-prefix", "envprefix"} {
		if value, ok := tag.Lookup(name); ok {
			v.prefix = value
		}
	}
	if ns := tag.Get("env-namespace"); ns != "" {
		v.prefix = ns + "_"
	}
	for _, name := range []string{"required", "env-required"} {
		if value, ok := tag.Lookup(name); ok && value != "false" {
			v.required = true
		}
	}
	v.split = tag.Get("split_words") == "true"
	return v
}

// fields adds the variables of a struct type whose filling is not in sight: a
// struct that some other package fills.
func (inv *inventory) fields(st *ast.StructType, prefix string) {
	if inv.isFilled() {
		return
	}
	for _, f := range st.Fields.List {
		if f.Tag == nil || len(f.Names) == 0 {
			continue
		}
		text, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			continue
		}
		v := parseTag(reflect.StructTag(text), f.Names[0].Name)
		if v.key != "" && !isNested(inv.Info.TypeOf(f.Type)) {
			inv.add(Read{
				Key: prefix + v.key, Type: typeOf(inv.Info.TypeOf(f.Type)), Default: v.value, HasDefault: v.hasDefault,
				Required: v.required, Pos: f.Names[0].Pos(),
			})
		}
	}
}

// isFilled reports whether the package has a call that fills structs: that call
// knows the names.
func (inv *inventory) isFilled() bool {
	if inv.filled != nil {
		return *inv.filled
	}
	found := false
	for _, f := range inv.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if fn := typequery.Callee(inv.Info, call); fn != nil {
					if _, ok := fillers[unversioned(fn)]; ok {
						found = true
					}
				}
			}
			return !found
		})
	}
	inv.filled = &found
	return found
}

// flag adds the variables of a flag of urfave/cli, in the forms of its versions.
func (inv *inventory) flag(lit *ast.CompositeLit) {
	named, ok := types.Unalias(inv.Info.TypeOf(lit)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || !strings.Contains(named.Obj().Pkg().Path(), "urfave/cli") {
		return
	}
	r := Read{Type: flagType(named.Obj().Name()), Pos: lit.Pos()}
	var keys []string
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch types.ExprString(kv.Key) {
		case "Value":
			r.Default, r.HasDefault = inv.text(kv.Value), true
		case "Required":
			r.Required = types.ExprString(kv.Value) == "true"
		case "EnvVar":
			s, _ := stringOf(inv.Info, kv.Value)
			keys = strings.FieldsFunc(s, func(r rune) bool { return r == ',' || r == ' ' })
		case "EnvVars":
			keys = inv.constants(kv.Value)
		case "Sources":
			if call, ok := ast.Unparen(kv.Value).(*ast.CallExpr); ok {
				for _, a := range call.Args {
					if s, ok := stringOf(inv.Info, a); ok {
						keys = append(keys, s)
					}
				}
			}
		}
	}
	for _, r.Key = range keys {
		inv.add(r)
	}
}

// flagType is the type of a flag's value by the name of the flag's type.
func flagType(name string) string {
	name = strings.TrimSuffix(name, "Flag")
	switch {
	case strings.HasSuffix(name, "Slice"):
		return "list"
	case strings.HasPrefix(name, "Int"), strings.HasPrefix(name, "Uint"):
		return "int"
	case strings.HasPrefix(name, "Float"):
		return "float"
	case name == "Bool", name == "Duration":
		return strings.ToLower(name)
	}
	return "string"
}
