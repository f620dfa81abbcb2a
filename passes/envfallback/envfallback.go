package envfallback

import (
	_ "embed"
	"flag"
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

//go:embed doc.go
var doc string

// Analyzer reports dangerous fallbacks of environment variables. The category
// of a finding is the class of the value.
var Analyzer = &analysis.Analyzer{
	Name:     "envfallback",
	Doc:      diag.Doc(doc, "envfallback"),
	URL:      diag.URL("envfallback"),
	Flags:    flags(),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{envfacts.Analyzer},
}

var notes bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&notes, "notes", false, "report findings of level note too")
	return fs
}

func run(pass *analysis.Pass) (any, error) {
	env := pass.ResultOf[envfacts.Analyzer].(*envfacts.Result)
	for _, f := range env.Fallbacks {
		if typequery.IsTest(pass, f.Value.Pos()) || typequery.Generated(pass, f.Value.Pos()) {
			continue
		}
		msg, dangerous := message(f)
		if !dangerous && !notes {
			continue
		}
		pass.Report(analysis.Diagnostic{
			Pos: f.Value.Pos(), End: f.Value.End(),
			Category: string(f.Class), Message: msg,
		})
	}
	return nil, nil
}

// message says what happens when the variable is unset. It never holds the
// value: that may be a secret.
func message(f envflow.Fallback) (msg string, dangerous bool) {
	key := f.Key
	if key == "" {
		key = "an environment variable"
	}
	switch f.Class {
	case envflow.Secret:
		return fmt.Sprintf("%s falls back to a secret in the source: with it unset, every deployment uses the same public value", key), true
	case envflow.Credential:
		return fmt.Sprintf("%s falls back to a connection string with a password: with it unset, a deployment uses public credentials", key), true
	case envflow.Local:
		return fmt.Sprintf("%s falls back to an address of this machine or a private network: with it unset, a deployment talks to itself instead of failing at start", key), true
	}
	return fmt.Sprintf("%s falls back to a hardcoded %s: with it unset, nobody notices", key, f.Class), false
}
