package envflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

var (
	// defaulting matches names of functions and variables that give a
	// configuration its defaults.
	defaulting = regexp.MustCompile(`(?i)default`)
	// filling matches names of functions that fill the struct an argument points to.
	filling = regexp.MustCompile(`^(Unmarshal|Decode|Parse|Process|Load|Read|Unpack)`)
	// settings matches names of types whose values are configurations.
	settings = regexp.MustCompile(`(?i)(config|conf|cfg|settings|options)$`)
)

// configTags are the tags by which libraries fill a configuration.
var configTags = []string{"env", "envconfig", "mapstructure", "koanf", "yaml", "toml", "ini", "json"}

// defaults adds the secrets that a function or a variable named for it gives to
// a configuration, and those in a struct that the same function has filled
// afterwards. Other classes are the business of whoever writes a sample file.
func (a *Analysis) defaults(file *ast.File) []Fallback {
	var out []Fallback
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Body == nil {
				continue
			}
			filled := a.filled(d.Body)
			all := defaulting.MatchString(d.Name.Name)
			ast.Inspect(d.Body, func(n ast.Node) bool {
				as, ok := n.(*ast.AssignStmt)
				if !ok || len(as.Lhs) != 1 || len(as.Rhs) != 1 {
					return true
				}
				if filled[typequery.ObjectOf(a.Info, as.Lhs[0])] && !all {
					out = append(out, a.configured(as.Rhs[0])...)
				}
				return true
			})
			if all {
				out = append(out, a.configured(d.Body)...)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				if vs, ok := spec.(*ast.ValueSpec); ok && len(vs.Values) > 0 && defaulting.MatchString(vs.Names[0].Name) {
					out = append(out, a.configured(vs)...)
				}
			}
		}
	}
	return out
}

// filled returns the variables that a function has filled: json.Unmarshal(b, &v).
func (a *Analysis) filled(body *ast.BlockStmt) map[types.Object]bool {
	out := make(map[types.Object]bool)
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if fn := typequery.Callee(a.Info, call); fn == nil || !filling.MatchString(fn.Name()) {
			return true
		}
		for _, arg := range call.Args {
			if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
				arg = u.X
			}
			if obj := typequery.ObjectOf(a.Info, arg); obj != nil {
				out[obj] = true
			}
		}
		return true
	})
	return out
}

// configured returns the secrets in the literals of configurations below n.
func (a *Analysis) configured(n ast.Node) []Fallback {
	var out []Fallback
	ast.Inspect(n, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		st := configOf(a.Info.TypeOf(lit))
		if st == nil {
			return true
		}
		for _, e := range lit.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				continue
			}
			if f, ok := a.configuredField(st, kv); ok {
				out = append(out, f)
			}
		}
		return true
	})
	return out
}

func (a *Analysis) configuredField(st *types.Struct, kv *ast.KeyValueExpr) (Fallback, bool) {
	id, ok := kv.Key.(*ast.Ident)
	v := a.Info.Types[kv.Value].Value
	if !ok || v == nil || v.Kind() != constant.String || constant.StringVal(v) == "" {
		return Fallback{}, false
	}
	for i := range st.NumFields() {
		f := st.Field(i)
		if f.Name() != id.Name {
			continue
		}
		text := constant.StringVal(v)
		class := Classify(untaggedName(f.Name(), true), text)
		return Fallback{Key: settingName(f, st.Tag(i)), Value: kv.Value, Text: text, Class: class, Field: f},
			class == Secret || class == Credential
	}
	return Fallback{}, false
}

// settingName is the name of a field in the configuration.
func settingName(f *types.Var, tag string) string {
	for _, t := range configTags {
		if name, _, _ := strings.Cut(reflect.StructTag(tag).Get(t), ","); name != "" && name != "-" {
			return name
		}
	}
	return f.Name()
}

// configOf returns the struct that a type is, if it is a configuration: by its
// name, with tags by which a library fills it.
func configOf(t types.Type) *types.Struct {
	if t == nil {
		return nil
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || !settings.MatchString(n.Obj().Name()) {
		return nil
	}
	st, ok := n.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	for i := range st.NumFields() {
		for _, name := range configTags {
			if _, has := reflect.StructTag(st.Tag(i)).Lookup(name); has {
				return st
			}
		}
	}
	return nil
}
