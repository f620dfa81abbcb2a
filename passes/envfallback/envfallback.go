package envfallback

import (
	_ "embed"
	"flag"
	"fmt"
	"regexp"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/sink"
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
	for _, f := range env.Fallbacks() {
		if typequery.IsTest(pass, f.Value.Pos()) || typequery.Generated(pass, f.Value.Pos()) {
			continue
		}
		reach := reached(env.Flow, f)
		f.Class = classify(f, reach.Use)
		msg, dangerous := message(f, reach)
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

// reached returns the use that a fallback reaches; the zero Reach if none is known.
func reached(flow *sink.Flow, f envflow.Fallback) sink.Reach {
	if r, ok := flow.Of(f.Value); ok {
		return r
	}
	if r, ok := flow.Of(f.Read); ok {
		return r
	}
	r, _ := flow.Object(f.Field)
	return r
}

// classify says what a fallback is, by its use before its name.
func classify(f envflow.Fallback, use sink.Use) envflow.Class {
	switch {
	case (use == sink.Key || use == sink.Password) && f.Text != "" && f.Class != envflow.Credential && !envflow.IsPlaceholder(f.Text):
		return envflow.Secret
	case use == sink.Address && envflow.IsLocal(f.Text):
		return envflow.Local
	case use == sink.Listen && f.Class == envflow.Local:
		return envflow.Listen
	}
	return f.Class
}

// own matches variables that hold the address under which others reach the program.
var own = regexp.MustCompile(`(?i)(^|_)(DOMAIN|ORIGINS?|CALLBACK|REDIRECT|(PUBLIC|EXTERNAL|SITE|BASE|ROOT|APP|FRONTEND|WEB|SELF)_?(URL|URI|HOST|ADDR(ESS)?))`)

// message says what happens when the variable is unset. It never holds the
// value: that may be a secret.
func message(f envflow.Fallback, reach sink.Reach) (msg string, dangerous bool) {
	key := f.Key
	if key == "" {
		key = "an environment variable"
	}
	switch f.Class {
	case envflow.Secret:
		return fmt.Sprintf("%s falls back to a secret in the source%s", key, secretEvent(reach)), true
	case envflow.Credential:
		return fmt.Sprintf("%s falls back to a connection string with a password%s: with it unset, a deployment uses public credentials", key, goes(reach)), true
	case envflow.Local:
		if reach.Use == 0 && own.MatchString(f.Key) {
			return fmt.Sprintf("%s falls back to an address of this machine: with it unset, links and redirects lead visitors to their own", key), true
		}
		return fmt.Sprintf("%s falls back to an address of this machine or a private network%s: with it unset, a deployment talks to itself instead of failing at start", key, goes(reach)), true
	}
	return fmt.Sprintf("%s falls back to a hardcoded %s: with it unset, nobody notices", key, f.Class), false
}

// secretEvent says what a secret is for, and what happens.
func secretEvent(reach sink.Reach) string {
	switch reach.Use {
	case sink.Key:
		return fmt.Sprintf(", the key of %s: with it unset, every deployment signs or encrypts with the same public key", reach.Where)
	case sink.Password:
		return fmt.Sprintf(", the password for %s: with it unset, every deployment uses the same public one", reach.Where)
	}
	return ": with it unset, every deployment uses the same public value"
}

// goes says where a value goes.
func goes(reach sink.Reach) string {
	if reach.Where == "" {
		return ""
	}
	return ", for " + reach.Where
}
