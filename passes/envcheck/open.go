package envcheck

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/sink"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// gates match the names of functions that decide whether somebody may.
var gates = regexp.MustCompile(`(?i)auth|verif|check|valid|allow|permit|require|signature|protect|guard|secure`)

// skips reports a branch for an unset secret that lets everybody pass:
// if key == "" { next.ServeHTTP(w, r); return }, or return next, or return nil in
// a function that verifies.
func (c *checker) skips(fn *types.Func, branch *ast.IfStmt) {
	cmp, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
	if !ok || cmp.Op != token.EQL || !empty(c.TypesInfo, cmp.Y) {
		return
	}
	name := c.variable(cmp.X)
	if name == "" || !envflow.IsSecret(name) || !c.passes(fn, branch.Body) {
		return
	}
	c.report(branch.Cond, CategoryFailOpen, fmt.Sprintf("the check is off where %s is not set: a deployment that forgets it lets everybody in", name))
}

// passes reports whether a block lets a request go on.
func (c *checker) passes(fn *types.Func, b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	goesOn := slices.ContainsFunc(b.List, func(s ast.Stmt) bool {
		call := callOf(s)
		return call != nil && c.next(call)
	})
	ret, ok := b.List[len(b.List)-1].(*ast.ReturnStmt)
	if goesOn || !ok || len(ret.Results) != 1 {
		return goesOn
	}
	switch v := ast.Unparen(ret.Results[0]).(type) {
	case *ast.Ident:
		if v.Name == "nil" || v.Name == "true" {
			return gates.MatchString(fn.Name()) && decides(fn.Signature())
		}
		p, isVar := c.TypesInfo.Uses[v].(*types.Var)
		return isVar && p.Kind() == types.ParamVar && handles(p.Type()) // return next
	case *ast.CallExpr:
		return c.next(v) // return next(c)
	}
	return false
}

func callOf(s ast.Stmt) *ast.CallExpr {
	e, ok := s.(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, _ := ast.Unparen(e.X).(*ast.CallExpr)
	return call
}

// next reports whether a call hands the request to the next handler.
func (c *checker) next(call *ast.CallExpr) bool {
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name == "ServeHTTP" || f.Sel.Name == "Next" && len(call.Args) == 0 && c.TypesInfo.Selections[f] != nil
	case *ast.Ident:
		v, ok := c.TypesInfo.Uses[f].(*types.Var)
		return ok && strings.EqualFold(f.Name, "next") && handles(v.Type())
	}
	return false
}

// handles reports whether a type is a handler: http.Handler, or a function.
func handles(t types.Type) bool {
	if _, ok := t.Underlying().(*types.Signature); ok {
		return true
	}
	return typequery.IsNamed(t, "net/http", "Handler")
}

// decides reports whether a function answers whether somebody may: a bool or an
// error alone.
func decides(sig *types.Signature) bool {
	if sig.Results().Len() != 1 {
		return false
	}
	t := sig.Results().At(0).Type()
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool || typequery.IsError(t)
}

// compared reports a comparison of what a request brings with a secret that may
// be empty: the empty value is let in.
func (c *checker) compared(n ast.Node) {
	sides := sink.Compared(c.TypesInfo, n)
	for i, e := range sides {
		name := c.unset(e)
		if other := sides[1-i]; name != "" && envflow.IsSecret(name) && c.TypesInfo.Types[other].Value == nil && c.variable(other) == "" {
			c.report(e, CategoryUnchecked, fmt.Sprintf("%s is what a request has to bring, and nothing asks whether it is set: without it, the empty value is let in", name))
			return
		}
	}
}

// unset returns the variable that e is, if it may be empty.
func (c *checker) unset(e ast.Expr) string {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && c.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return c.unset(call.Args[0])
	}
	obj := c.object(e)
	if c.judged.vars[obj] {
		return ""
	}
	call, ok := e.(*ast.CallExpr)
	if sets := c.sets[obj]; !ok && len(sets) == 1 {
		call, ok = ast.Unparen(sets[0]).(*ast.CallExpr)
	}
	if v, isVar := obj.(*types.Var); !ok || isVar && v.IsField() {
		return ""
	}
	name, bare, isRead := c.env.Key(call)
	if !isRead || !bare || c.judged.keys[name] || lookup(c.TypesInfo, call) {
		return ""
	}
	return name
}

// stage matches variables that name the environment, and production its value.
var (
	stage      = regexp.MustCompile(`^([A-Z]+_)?(ENV|ENVIRONMENT|MODE|STAGE)$`)
	production = regexp.MustCompile(`^(?i)(prod|production|release|live)$`)
)

// opens reports what is open unless a variable names production: certificates
// that nobody verifies, requests that nobody checks.
func (c *checker) opens(cond ast.Expr, inside ast.Node) {
	cmp, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || cmp.Op != token.NEQ {
		return
	}
	name, v := c.variable(cmp.X), c.TypesInfo.Types[cmp.Y].Value
	if !stage.MatchString(name) || v == nil || !production.MatchString(strings.Trim(v.ExactString(), `"`)) {
		return
	}
	if what := c.opened(inside); what != "" {
		c.report(cond, CategoryDevMode, fmt.Sprintf("%s unless %s says %s: a deployment that forgets it is open", what, name, v.ExactString()))
	}
}

// insecure reports InsecureSkipVerify: os.Getenv("ENV") != "production".
func (c *checker) insecure(value ast.Expr) {
	cmp, ok := ast.Unparen(value).(*ast.BinaryExpr)
	if !ok || cmp.Op != token.NEQ {
		return
	}
	if name := c.variable(cmp.X); stage.MatchString(name) {
		c.report(value, CategoryDevMode, fmt.Sprintf("certificates are not verified unless %s says %s: a deployment that forgets it is open", name, types.ExprString(cmp.Y)))
	}
}

// opened says what a branch opens, or "".
func (c *checker) opened(n ast.Node) string {
	what := ""
	ast.Inspect(n, func(n ast.Node) bool {
		name, value := "", ast.Expr(nil)
		switch n := n.(type) {
		case *ast.KeyValueExpr:
			name, value = typequery.Name(n.Key), n.Value
		case *ast.AssignStmt:
			if sel, ok := n.Lhs[0].(*ast.SelectorExpr); ok && len(n.Rhs) == 1 {
				name, value = sel.Sel.Name, n.Rhs[0]
			}
		case *ast.CallExpr:
			if c.next(n) {
				what = "requests are not checked"
			}
		}
		if value != nil && name == "InsecureSkipVerify" && types.ExprString(value) == "true" {
			what = "certificates are not verified"
		}
		return what == ""
	})
	return what
}

// late reports a variable that is first looked up while a request is served;
// secrets are the business of the comparisons.
func (c *checker) late(body *ast.BlockStmt) {
	if !c.notes {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if name, bare, isRead := c.env.Key(call); isRead && bare && name != "" && !c.judged.keys[name] && !envflow.IsSecret(name) {
			c.report(call, CategoryLate, fmt.Sprintf("%s is looked up while a request is served: if it is missing, the process starts and the request fails", name))
			return false
		}
		return true
	})
}
