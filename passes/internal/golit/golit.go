// Package golit writes tables as Go source, for the tests that keep what is
// compiled equal to what is written in YAML: rows are data of the binary then,
// and no process of a vet tool, one per package, spends time on reading them.
package golit

import (
	"fmt"
	"go/format"
	"reflect"
	"strings"
)

// File returns the source of a file of package pkg that declares the variable
// name with the value, a slice of structs of that package. source is what the
// value is made of. Unexported fields and zero values are left out; a pointer to
// a number n becomes &numbers[n+1].
func File(pkg, name, source string, value any) ([]byte, error) {
	text := fmt.Sprintf("// Code generated of %s by go test -update; DO NOT EDIT.\n\npackage %s\n\nvar %s = ", source, pkg, name)
	return format.Source([]byte(text + literal(pkg, reflect.ValueOf(value))))
}

func literal(pkg string, v reflect.Value) string {
	var b strings.Builder
	switch v.Kind() {
	case reflect.Pointer:
		return fmt.Sprintf("&numbers[%d]", v.Elem().Int()+1)
	case reflect.Slice:
		b.WriteString(strings.ReplaceAll(v.Type().String(), pkg+".", "") + "{\n")
		for i := range v.Len() {
			b.WriteString(strings.TrimPrefix(literal(pkg, v.Index(i)), v.Type().Elem().Name()) + ",\n")
		}
	case reflect.Struct:
		b.WriteString(v.Type().Name() + "{\n")
		for i := range v.NumField() {
			if f := v.Field(i); !f.IsZero() && v.Type().Field(i).IsExported() {
				b.WriteString(v.Type().Field(i).Name + ": " + literal(pkg, f) + ",\n")
			}
		}
	default:
		return fmt.Sprintf("%#v", v.Interface())
	}
	return b.String() + "}"
}
