package envcheck

import (
	"fmt"
	"go/ast"
	"go/types"
	"reflect"
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// loaders read a configuration into the struct that an argument points to.
var loaders = map[string]int{
	"github.com/spf13/viper.Unmarshal":             0,
	"(*github.com/spf13/viper.Viper).Unmarshal":    0,
	"github.com/caarlos0/env/v11.Parse":            0,
	"github.com/caarlos0/env/v10.Parse":            0,
	"github.com/caarlos0/env/v6.Parse":             0,
	"github.com/kelseyhightower/envconfig.Process": 1,
	"github.com/ilyakaznacheev/cleanenv.ReadEnv":   0,
}

// signing matches the names of fields that are keys of the program's own: an
// empty one does not switch a feature off, it opens a door.
var signing = regexp.MustCompile(`(?i)(jwt|sign|session|cookie|hmac|encrypt|master|admin|auth).*(secret|key|password)|secret_?key`)

func validator(name string) bool {
	return strings.HasPrefix(strings.ToLower(name), "valid") || name == "Struct"
}

// loads reports the reading of a configuration whose keys nothing looks at.
func (c *checker) loads(call *ast.CallExpr) {
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || c.validates {
		return
	}
	i, ok := loaders[fn.FullName()]
	if !ok || i >= len(call.Args) {
		return
	}
	if name := c.unasked(c.TypesInfo.TypeOf(call.Args[i])); name != "" {
		c.report(call, CategoryUnvalidated, fmt.Sprintf("nothing looks at what %s has read: with an empty %s anybody can make what it vouches for", typequery.Name(call.Fun), name))
	}
}

// unasked returns the field of a configuration that is a key, may be empty, and
// that nothing in the package compares; "" if there is none.
func (c *checker) unasked(t types.Type) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for i := range st.NumFields() {
		f := st.Field(i)
		b, ok := f.Type().Underlying().(*types.Basic)
		if !ok || b.Kind() != types.String || !signing.MatchString(f.Name()) || c.asked.vars[f] || required(reflect.StructTag(st.Tag(i))) {
			continue
		}
		return f.Name()
	}
	return ""
}

// required reports whether a tag says that the value must be there.
func required(tag reflect.StructTag) bool {
	for _, name := range []string{"required", "env-required"} {
		if tag.Get(name) == "true" {
			return true
		}
	}
	return strings.Contains(tag.Get("env"), "required") || strings.Contains(tag.Get("env"), "notEmpty") || tag.Get("validate") != "" || tag.Get("binding") != ""
}
