package localaddr

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/sink"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Category of findings.
const Category = "local"

//go:embed doc.go
var doc string

// Analyzer reports clients that are wired to one machine.
var Analyzer = &analysis.Analyzer{
	Name: "localaddr",
	Doc:  diag.Doc(doc, "localaddr"),
	URL:  diag.URL("localaddr"),
	Run:  diag.Guard(run, nil),

	Requires: []*analysis.Analyzer{envfacts.Analyzer},
}

// itself matches addresses under which a program asks itself how it is, and
// those of an agent that runs beside every program.
var itself = regexp.MustCompile(`(?i)health|ready|alive|status|metrics|debug|pprof|169\.254\.|/v1/agent|callback`)

func run(pass *analysis.Pass) (any, error) {
	uses := pass.ResultOf[envfacts.Analyzer].(*envfacts.Result).Flow.Uses()
	if len(uses) == 0 || dials(pass) {
		return nil, nil
	}
	origins := sink.NewOrigins(pass)
	seen := make(map[ast.Node]bool)
	for _, use := range uses {
		if use.Use != sink.Address && use.Use != sink.DSN {
			continue
		}
		o, ok := origins.Of(use.Expr)
		if !ok || o.Open || seen[o.Lit] || !envflow.IsLocal(o.Text) || itself.MatchString(o.Text) || typequery.IsTest(pass, o.Lit.Pos()) || typequery.Generated(pass, o.Lit.Pos()) {
			continue
		}
		seen[o.Lit] = true
		pass.Report(analysis.Diagnostic{
			Pos: o.Lit.Pos(), End: o.Lit.End(), Category: Category,
			Message: fmt.Sprintf("%s dials this machine or a private network, and no configuration can change it: anywhere else the connection is refused", use.Where),
		})
	}
	return nil, nil
}

// dials reports whether the package gives an HTTP transport a dialler of its
// own: the address of a request is then a name and not where it goes, as with
// http://localhost over a Unix socket or over the pipes of a child process.
func dials(pass *analysis.Pass) bool {
	for id, obj := range pass.TypesInfo.Uses {
		if v, ok := obj.(*types.Var); ok && v.IsField() && (id.Name == "Dial" || strings.HasPrefix(id.Name, "DialContext") || strings.HasPrefix(id.Name, "DialTLS")) {
			return true
		}
	}
	return false
}
