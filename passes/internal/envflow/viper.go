package envflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// viperUse is how a package uses viper: keys become variables by its prefix and
// its replacements, if it looks into the environment at all.
type viperUse struct {
	automatic bool
	prefix    string
	replacer  []string // old, new, old, new …
	opaque    bool     // replaces in a way that is not known
	keys      []viperKey
	flags     []viperKey // of the command line, which are keys once they are bound
	bound     bool
}

type viperKey struct {
	name string
	Read // without Key
}

// viperCall notes a call of viper.
func (inv *inventory) viperCall(fn *types.Func, call *ast.CallExpr) {
	v := &inv.viper
	var args []string
	for _, a := range call.Args {
		s := ""
		if keys := inv.keys(a); len(keys) == 1 {
			s = keys[0]
		}
		args = append(args, s)
	}
	switch name := fn.Name(); {
	case name == "AutomaticEnv":
		v.automatic = true
	case name == "SetEnvPrefix" && len(args) == 1:
		v.opaque = v.opaque || args[0] == ""
		v.prefix = strings.ToUpper(args[0]) + "_"
	case name == "SetEnvKeyReplacer" && len(call.Args) == 1:
		made, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
		v.opaque = !ok || made.Ellipsis.IsValid()
		for i := 0; ok && i < len(made.Args); i++ {
			s, known := stringOf(inv.Info, made.Args[i])
			v.replacer = append(v.replacer, s)
			v.opaque = v.opaque || !known
		}
	case name == "BindPFlags":
		v.bound = true
	case name == "BindPFlag" && len(args) == 2:
		v.keys = append(v.keys, viperKey{args[0], Read{Pos: call.Pos()}})
	case name == "BindEnv" && len(args) > 1:
		for _, key := range args[1:] {
			inv.add(Read{Key: key, Pos: call.Pos()})
		}
	case name == "BindEnv" && len(args) == 1:
		v.keys = append(v.keys, viperKey{args[0], Read{Pos: call.Pos(), Required: false, Type: "bound"}})
	case name == "SetDefault" && len(call.Args) == 2:
		r := Read{Pos: call.Pos(), HasDefault: true, Default: inv.text(call.Args[1]), Type: typeOf(inv.Info.TypeOf(call.Args[1]))}
		v.keys = append(v.keys, viperKey{args[0], r})
	case strings.HasPrefix(name, "Get") && len(args) == 1:
		v.keys = append(v.keys, viperKey{args[0], Read{Pos: call.Pos(), Type: typeOf(fn.Signature().Results().At(0).Type())}})
	}
}

// flagCall notes a flag of the command line: String(name, default, usage), with a
// variable before in StringVar, and a letter behind the name in StringP.
func (inv *inventory) flagCall(fn *types.Func, call *ast.CallExpr) {
	name, letter := strings.CutSuffix(fn.Name(), "P")
	kind, variable := strings.CutSuffix(name, "Var")
	t, ok := flagTypes[kind]
	at := 0
	if variable {
		at = 1
	}
	value := at + 1
	if letter {
		value++
	}
	if !ok || value >= len(call.Args) {
		return
	}
	key, _ := stringOf(inv.Info, call.Args[at])
	r := Read{Pos: call.Pos(), Type: t, Default: inv.text(call.Args[value])}
	r.HasDefault = r.Default != ""
	inv.viper.flags = append(inv.viper.flags, viperKey{key, r})
}

// flagTypes are the types of variables by the methods that declare a flag.
var flagTypes = map[string]string{
	"String": "string", "StringSlice": "list", "StringArray": "list", "Bool": "bool", "Duration": "duration",
	"Int": "int", "Int32": "int", "Int64": "int", "Uint": "int", "Uint16": "int", "Uint32": "int", "Uint64": "int",
	"Float32": "float", "Float64": "float", "Count": "int",
}

// viperKeys adds the variables of the keys that viper looks up.
func (inv *inventory) viperKeys() {
	v := &inv.viper
	if v.opaque || len(v.replacer)%2 != 0 {
		return
	}
	if v.bound {
		v.keys = append(v.keys, v.flags...)
	}
	replacer := strings.NewReplacer(v.replacer...)
	seen := make(map[string]token.Pos)
	for _, k := range v.keys {
		if k.name == "" || !v.automatic && k.Type != "bound" {
			continue
		}
		r := k.Read
		if r.Type == "bound" {
			r.Type = "string"
		}
		r.Key = v.prefix + strings.ToUpper(replacer.Replace(k.name))
		if _, ok := seen[r.Key]; ok && !r.HasDefault {
			continue
		}
		seen[r.Key] = r.Pos
		inv.reads = slices.DeleteFunc(inv.reads, func(x Read) bool { return x.Key == r.Key && !x.HasDefault && r.HasDefault })
		inv.add(r)
	}
}
