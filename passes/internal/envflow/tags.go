package envflow

import (
	"go/ast"
	"go/types"
	"reflect"
	"strconv"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// tags adds the defaults that the tags of a struct give to variables, in the
// forms of caarlos0/env, kelseyhightower/envconfig, cleanenv, go-envconfig, kong
// and go-arg.
func (a *Analysis) tags(st *ast.StructType) []Fallback {
	var out []Fallback
	for _, f := range st.Fields.List {
		if f.Tag == nil {
			continue
		}
		text, err := strconv.Unquote(f.Tag.Value)
		if err != nil {
			continue
		}
		key, value := tagDefault(reflect.StructTag(text))
		if key == "" || value == "" {
			continue
		}
		fb := Fallback{Key: key, Value: f.Tag, Text: value, Class: Classify(key, value)}
		if len(f.Names) == 1 {
			fb.Field, _ = a.Info.Defs[f.Names[0]].(*types.Var)
		}
		out = append(out, fb)
	}
	return out
}

// tagDefault returns the variable that a tag names, and its default.
func tagDefault(tag reflect.StructTag) (key, value string) {
	env, rest, _ := strings.Cut(tag.Get("env"), ",")
	if env != "" {
		for option := range strings.SplitSeq(rest, ",") {
			if v, ok := strings.CutPrefix(strings.TrimSpace(option), "default="); ok {
				return env, v
			}
		}
		for _, name := range []string{"envDefault", "env-default", "default"} {
			if v := tag.Get(name); v != "" {
				return env, v
			}
		}
	}
	if key := tag.Get("envconfig"); key != "" {
		return strings.ToUpper(key), tag.Get("default")
	}
	for option := range strings.SplitSeq(tag.Get("arg"), ",") {
		if v, ok := strings.CutPrefix(strings.TrimSpace(option), "env:"); ok {
			return v, tag.Get("default")
		}
	}
	return "", ""
}

// setDefaults are the calls that give a key of a configuration its default: key
// and value are the first two arguments.
var setDefaults = map[string]bool{
	"github.com/spf13/viper.SetDefault":          true,
	"(*github.com/spf13/viper.Viper).SetDefault": true,
}

// setDefault adds the default of a configuration key, named as its variable is.
func (a *Analysis) setDefault(call *ast.CallExpr) (Fallback, bool) {
	fn := typequery.Callee(a.Info, call)
	if fn == nil || !setDefaults[fn.FullName()] || len(call.Args) != 2 {
		return Fallback{}, false
	}
	f, ok := a.fallback(call.Args[0], call.Args[1])
	if !ok {
		return f, false
	}
	f.Key = strings.ToUpper(strings.NewReplacer(".", "_", "-", "_").Replace(f.Key))
	if v, isString := stringOf(a.Info, call.Args[1]); isString {
		f.Class = Classify(f.Key, v)
	}
	return f, true
}

// flagLit adds the default of a flag of urfave/cli: Value, for the variables in
// EnvVars.
func (a *Analysis) flagLit(lit *ast.CompositeLit) (Fallback, bool) {
	t := a.Info.TypeOf(lit)
	if !typequery.IsNamed(t, "github.com/urfave/cli/v2", "StringFlag") && !typequery.IsNamed(t, "github.com/urfave/cli", "StringFlag") && !typequery.IsNamed(t, "github.com/urfave/cli/v3", "StringFlag") {
		return Fallback{}, false
	}
	var key, value ast.Expr
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		switch id, _ := kv.Key.(*ast.Ident); {
		case id == nil:
		case id.Name == "Value":
			value = kv.Value
		case id.Name == "EnvVar":
			key = kv.Value
		case id.Name == "EnvVars" || id.Name == "Sources":
			key = firstElement(kv.Value)
		}
	}
	if key == nil || value == nil {
		return Fallback{}, false
	}
	return a.fallback(key, value)
}

// firstElement returns the first element of a literal, or the first argument of
// a call.
func firstElement(e ast.Expr) ast.Expr {
	switch e := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		if len(e.Elts) > 0 {
			return e.Elts[0]
		}
	case *ast.CallExpr:
		if len(e.Args) > 0 {
			return e.Args[0]
		}
	}
	return nil
}
