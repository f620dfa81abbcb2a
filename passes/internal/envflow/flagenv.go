package envflow

import (
	"go/ast"
	"go/types"
	"strings"
)

// flagUse is how a package takes the flags of the standard library from the
// environment: by flagenv, or by ff.
type flagUse struct {
	on     bool
	prefix string
	flags  []viperKey
}

// flagenv notes calls that declare such flags, and those that turn them into
// variables.
func (inv *inventory) flagenv(fn *types.Func, call *ast.CallExpr) bool {
	name := unversioned(fn)
	switch {
	case strings.HasPrefix(name, "flag."):
		before := len(inv.viper.flags)
		inv.flagCall(fn, call)
		inv.std.flags = append(inv.std.flags, inv.viper.flags[before:]...)
		inv.viper.flags = inv.viper.flags[:before] // not those of pflag, which viper binds
	case name == "github.com/facebookgo/flagenv.Parse", name == "github.com/peterbourgon/ff.WithEnvVars", name == "github.com/peterbourgon/ff.WithEnvVarNoPrefix":
		inv.std.on = true
	case name == "github.com/peterbourgon/ff.WithEnvVarPrefix" && len(call.Args) == 1:
		if keys := inv.keys(call.Args[0]); len(keys) == 1 {
			inv.std.on, inv.std.prefix = true, keys[0]+"_"
		}
	default:
		return false
	}
	return true
}

// flagVariables adds the variables of the flags.
func (inv *inventory) flagVariables() {
	if !inv.std.on {
		return
	}
	for _, k := range inv.std.flags {
		r := k.Read
		r.Key = inv.std.prefix + strings.ToUpper(strings.NewReplacer("-", "_", ".", "_").Replace(k.name))
		inv.add(r)
	}
}

// lookups notes the prefix under which go-envconfig looks names up, wherever the
// package makes its lookuper.
func (inv *inventory) lookups(fn *types.Func, call *ast.CallExpr) {
	if unversioned(fn) == "github.com/sethvargo/go-envconfig.PrefixLookuper" && len(call.Args) > 0 {
		if keys := inv.keys(call.Args[0]); len(keys) == 1 {
			inv.lookup = keys[0]
		}
	}
}
