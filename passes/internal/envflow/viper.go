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
		s, _ := stringOf(inv.Info, a)
		args = append(args, s)
	}
	switch name := fn.Name(); {
	case name == "AutomaticEnv":
		v.automatic = true
	case name == "SetEnvPrefix" && len(args) == 1:
		v.prefix = strings.ToUpper(args[0]) + "_"
	case name == "SetEnvKeyReplacer" && len(call.Args) == 1:
		made, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
		v.opaque = !ok || made.Ellipsis.IsValid()
		for i := 0; ok && i < len(made.Args); i++ {
			s, known := stringOf(inv.Info, made.Args[i])
			v.replacer = append(v.replacer, s)
			v.opaque = v.opaque || !known
		}
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

// viperKeys adds the variables of the keys that viper looks up.
func (inv *inventory) viperKeys() {
	v := &inv.viper
	if v.opaque || len(v.replacer)%2 != 0 {
		return
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
