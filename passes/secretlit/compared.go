package secretlit

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/sink"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// askers are methods that read what a request brings, by the name that is their
// first argument.
var askers = map[string]bool{
	"Get": true, "GetHeader": true, "FormValue": true, "PostFormValue": true, "PostForm": true,
	"Query": true, "QueryParam": true, "Cookies": true, "Peek": true,
}

// requests matches the packages whose types hold what a request brings.
var requests = regexp.MustCompile(`^(net/http|net/url|net/textproto|github\.com/(gin-gonic/gin|labstack/echo|gofiber/fiber|valyala/fasthttp)(/.*)?)$`)

// credential matches the names under which requests bring credentials.
var credential = regexp.MustCompile(`(?i)^(authorization|(x-)?api-?key|x-auth(-\w+)?|(x-)?(\w+-)?token|(x-)?(\w+-)?secret|pass(word|wd)?)$`)

// scheme matches what a credential begins with, and is none itself.
var scheme = regexp.MustCompile(`(?i)^(|bearer|basic|digest|token|apikey|negotiate|hmac|null|undefined|true|false|yes|no|on|off|\d{1,2})\s*$`)

// compared reports a literal with which a credential of a request is compared.
func (c *checker) compared(n ast.Node, sets func() map[types.Object]ast.Expr) {
	sides := sink.Compared(c.TypesInfo, n)
	for i, e := range sides {
		lit := c.unconverted(e)
		v := c.TypesInfo.Types[lit].Value
		if v == nil || v.Kind() != constant.String || scheme.MatchString(constant.StringVal(v)) || placeholder.MatchString(constant.StringVal(v)) {
			continue
		}
		if what := c.brought(c.unconverted(sides[1-i]), sets, 0); what != "" {
			c.report(lit, CategoryPassword, fmt.Sprintf("what a request has to bring as %s stands in the source: whoever has the repository or the binary is let in", what))
		}
	}
}

// unconverted returns what is inside of conversions: []byte("x").
func (c *checker) unconverted(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && len(call.Args) == 1 && c.TypesInfo.Types[call.Fun].IsType() {
		return c.unconverted(call.Args[0])
	}
	return e
}

// brought names the credential of a request that an expression is, or "".
func (c *checker) brought(e ast.Expr, sets func() map[types.Object]ast.Expr, depth int) string {
	switch e := e.(type) {
	case *ast.Ident:
		obj := c.TypesInfo.ObjectOf(e)
		from := sets()[obj]
		if from == nil || depth > 2 {
			return ""
		}
		if call, ok := ast.Unparen(from).(*ast.CallExpr); ok && c.basic(call) {
			if b, ok := obj.Type().Underlying().(*types.Basic); ok && b.Kind() == types.String && !strings.Contains(strings.ToLower(e.Name), "user") {
				return "its password"
			}
			return ""
		}
		return c.brought(ast.Unparen(from), sets, depth+1)
	case *ast.CallExpr:
		fn := typequery.Callee(c.TypesInfo, e)
		if fn == nil || fn.Signature().Recv() == nil || !askers[fn.Name()] || len(e.Args) == 0 || !requests.MatchString(fn.Pkg().Path()) {
			return ""
		}
		v := c.TypesInfo.Types[e.Args[0]].Value
		if v == nil || v.Kind() != constant.String {
			return ""
		}
		if name := constant.StringVal(v); credential.MatchString(name) || envflow.IsSecret(strings.ReplaceAll(name, "-", "_")) {
			return name
		}
	}
	return ""
}

// basic reports whether a call takes a request's user and password apart.
func (c *checker) basic(call *ast.CallExpr) bool {
	fn := typequery.Callee(c.TypesInfo, call)
	return fn != nil && fn.Name() == "BasicAuth" && fn.Signature().Recv() != nil && fn.Signature().Results().Len() == 3
}

// assigned returns what the variables of a file are set to, if that happens once.
func (c *checker) assigned(f *ast.File) map[types.Object]ast.Expr {
	sets := make(map[types.Object]ast.Expr)
	ast.Inspect(f, func(n ast.Node) bool {
		as, ok := n.(*ast.AssignStmt)
		if !ok {
			return true
		}
		for i, l := range as.Lhs {
			if obj := typequery.ObjectOf(c.TypesInfo, l); obj != nil {
				if _, twice := sets[obj]; twice {
					sets[obj] = nil
				} else {
					sets[obj] = as.Rhs[min(i, len(as.Rhs)-1)]
				}
			}
		}
		return true
	})
	return sets
}
