package env

import (
	"fmt"
	"io"
	"path"
	"regexp"
	"strings"
	"text/tabwriter"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// public returns the default of a variable as it may be shown: that of a secret
// and of a connection string with a password stays hidden.
func public(v finding.Variable) string {
	if v.Class == "secret" || v.Class == "credential" {
		return ""
	}
	return v.Default
}

func table(w io.Writer, vars []finding.Variable) error {
	tw := tabwriter.NewWriter(w, 0, 4, 2, ' ', 0)
	fmt.Fprintln(tw, "VARIABLE\tTYPE\tDEFAULT\tREAD\tWHERE\tPROGRAM")
	for _, v := range vars {
		fmt.Fprintf(tw, "%s\t%s\t%s\t%s\t%s\t%s\n", v.Key, v.Type, describe(v), when(v), where(v), programs(v))
	}
	return tw.Flush()
}

// describe says what happens without the variable.
func describe(v finding.Variable) string {
	switch {
	case v.Required:
		return "required"
	case !v.HasDefault:
		return "-"
	case v.Default == "":
		return `""`
	case public(v) == "":
		return "(" + v.Class + ")"
	}
	return public(v)
}

func when(v finding.Variable) string {
	if v.Late {
		return "while serving"
	}
	return "at start"
}

func where(v finding.Variable) string {
	p := v.Places[0]
	s := fmt.Sprintf("%s:%d", p.File, p.Line)
	if len(v.Places) > 1 {
		s += fmt.Sprintf(" +%d", len(v.Places)-1)
	}
	return s
}

// major matches the last element of the path of a module from version 2 on.
var major = regexp.MustCompile(`^v[0-9]+$`)

func programs(v finding.Variable) string {
	var names []string
	for _, p := range v.Programs {
		if major.MatchString(path.Base(p)) {
			p = path.Dir(p)
		}
		names = append(names, path.Base(p))
	}
	if len(names) == 0 {
		return "-"
	}
	return strings.Join(names, ",")
}

// document is what -json prints.
func document(vars []finding.Variable) any {
	shown := make([]finding.Variable, 0, len(vars))
	for _, v := range vars {
		v.Default = public(v)
		if v.Programs == nil {
			v.Programs = []string{}
		}
		shown = append(shown, v)
	}
	return map[string]any{"version": 1, "variables": shown}
}
