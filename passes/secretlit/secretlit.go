package secretlit

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"sync"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/sink"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings.
const (
	CategoryKey      = "key"      // signs or encrypts
	CategoryPassword = "password" // opens something
	CategoryDSN      = "dsn"      // a connection string with a password
	CategoryProvider = "provider" // in the format of a provider's keys
)

//go:embed doc.go
var doc string

// Analyzer reports secrets that stand in the source.
var Analyzer = &analysis.Analyzer{
	Name: "secretlit",
	Doc:  diag.Doc(doc, "secretlit"),
	URL:  diag.URL("secretlit"),
	Run:  diag.Guard(run, nil),

	Requires: []*analysis.Analyzer{envfacts.Analyzer},
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	seen map[ast.Node]bool
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass, make(map[ast.Node]bool)}
	if uses := pass.ResultOf[envfacts.Analyzer].(*envfacts.Result).Flow.Uses(); len(uses) > 0 {
		origins := sink.NewOrigins(pass)
		for _, use := range uses {
			if o, ok := origins.Of(use.Expr); ok && named(use) {
				c.used(o, use.Use, use.Where)
			}
		}
	}
	for _, f := range pass.Files {
		sets := sync.OnceValue(func() map[types.Object]ast.Expr { return c.assigned(f) })
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				c.provider(lit)
			}
			c.compared(n, sets)
			return true
		})
	}
	return nil, nil
}

// named reports whether a use is one where it stands, or by a parameter whose
// name says that it is a secret: others are keys of caches and of checksums too.
func named(use sink.Seen) bool {
	return use.Param == nil || use.Use == sink.DSN || envflow.IsSecret(use.Param.Name())
}

// placeholder matches what stands where a secret is to be put in, and versions:
// a key that a protocol makes of one is no secret.
var placeholder = regexp.MustCompile(`(?i)^(|.*(example|placeholder|your[-_ ]|changeme|<.*>|xxx+|\.\.\.|\*\*\*).*|test|dummy|none|v?\d+(\.\d+)+)$`)

// used reports a literal that reaches its use.
func (c *checker) used(o sink.Origin, u sink.Use, where string) {
	switch u {
	case sink.Key:
		if !placeholder.MatchString(o.Text) {
			c.report(o.Lit, CategoryKey, fmt.Sprintf("the key of %s stands in the source: whoever has the repository or the binary can make what it vouches for", where))
		}
	case sink.Password:
		if !placeholder.MatchString(o.Text) {
			c.report(o.Lit, CategoryPassword, fmt.Sprintf("the password for %s stands in the source: whoever has the repository or the binary can use it", where))
		}
	case sink.DSN:
		if envflow.Classify("", o.Text) == envflow.Credential {
			c.report(o.Lit, CategoryDSN, fmt.Sprintf("the connection string of %s stands in the source with its password: whoever has the repository or the binary can use it", where))
		}
	}
}

// providers are the formats of keys that cannot be taken for anything else.
var providers = regexp.MustCompile(`\b(AKIA[0-9A-Z]{16}|sk_live_[0-9A-Za-z]{20,}|rk_live_[0-9A-Za-z]{20,}|gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{60,}|glpat-[0-9A-Za-z_-]{20}|xox[baprs]-[0-9A-Za-z-]{20,}|AIza[0-9A-Za-z_-]{35}|SG\.[0-9A-Za-z_-]{20,}\.[0-9A-Za-z_-]{40,})\b`)

func (c *checker) provider(lit *ast.BasicLit) {
	v := c.TypesInfo.Types[lit].Value
	if v == nil || v.Kind() != constant.String {
		return
	}
	text := constant.StringVal(v)
	if m := providers.FindString(text); m != "" && !strings.Contains(strings.ToUpper(m), "EXAMPLE") {
		c.report(lit, CategoryProvider, "a provider's key stands in the source: whoever has the repository or the binary can use it")
	}
}

// noSecret matches comments that say that a key is public.
var noSecret = regexp.MustCompile(`(?i)\bnot\s+(really\s+|actually\s+)?(a\s+)?(secret|sensitive)|\bno\s+secret`)

// denied reports whether a comment right above a literal or beside it says that it
// is no secret.
func (c *checker) denied(lit ast.Expr) bool {
	line := c.Fset.Position(lit.Pos()).Line
	return slices.ContainsFunc(typequery.File(c.Pass, lit.Pos()).Comments, func(g *ast.CommentGroup) bool {
		first, last := c.Fset.Position(g.Pos()).Line, c.Fset.Position(g.End()).Line
		return (last == line-1 || first == line) && noSecret.MatchString(g.Text())
	})
}

func (c *checker) report(lit ast.Expr, category, message string) {
	if c.seen[lit] || typequery.IsTest(c.Pass, lit.Pos()) || typequery.Generated(c.Pass, lit.Pos()) || c.denied(lit) {
		return
	}
	c.seen[lit] = true
	c.Report(analysis.Diagnostic{Pos: lit.Pos(), End: lit.End(), Category: category, Message: message})
}
