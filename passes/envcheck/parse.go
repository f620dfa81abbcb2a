package envcheck

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// parsers are the functions whose error tells that a variable is no number.
var parsers = map[string]bool{
	"strconv.Atoi": true, "strconv.ParseBool": true, "strconv.ParseFloat": true, "strconv.ParseInt": true,
	"strconv.ParseUint": true, "time.ParseDuration": true,
}

// parse reports a dropped error of parsing a variable.
func (c *checker) parse(as *ast.AssignStmt) {
	if len(as.Rhs) != 1 || len(as.Lhs) != 2 {
		return
	}
	blank, ok := as.Lhs[1].(*ast.Ident)
	call, isCall := ast.Unparen(as.Rhs[0]).(*ast.CallExpr)
	if !ok || blank.Name != "_" || !isCall || c.asked.vars[c.object(as.Lhs[0])] {
		return
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || !parsers[fn.FullName()] {
		return
	}
	category := CategoryParse
	if fn.Name() == "ParseBool" {
		category = CategorySwitch
	}
	if name := c.variable(call.Args[0]); name != "" && (category == CategoryParse || c.notes) {
		c.report(call, category, fmt.Sprintf("the error of parsing %s is dropped: a typo in it becomes zero, and nobody notices", name))
	}
}

// variable returns the variable of the environment that e is, checked or not.
func (c *checker) variable(e ast.Expr) string {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		key, _, _ := c.env.Key(call)
		return key
	}
	if sets := c.sets[c.object(e)]; len(sets) == 1 {
		if call, ok := ast.Unparen(sets[0]).(*ast.CallExpr); ok {
			key, _, _ := c.env.Key(call)
			return key
		}
	}
	return ""
}

// failOpen reports conditions of a handler that compare a secret only if it is
// set: key != "" && got != key.
func (c *checker) failOpen(body *ast.BlockStmt) {
	ast.Inspect(body, func(n ast.Node) bool {
		branch, ok := n.(*ast.IfStmt)
		if !ok {
			return true
		}
		and, ok := ast.Unparen(branch.Cond).(*ast.BinaryExpr)
		if !ok || and.Op != token.LAND {
			return true
		}
		set, ok := ast.Unparen(and.X).(*ast.BinaryExpr)
		compare, isCompare := ast.Unparen(and.Y).(*ast.BinaryExpr)
		if !ok || !isCompare || set.Op != token.NEQ || compare.Op != token.NEQ || !empty(c.TypesInfo, set.Y) {
			return true
		}
		name := c.variable(set.X)
		if name != "" && envflow.IsSecret(name) && (same(set.X, compare.X) || same(set.X, compare.Y)) {
			c.report(branch.Cond, CategoryFailOpen, fmt.Sprintf("the check is off where %s is not set: a deployment that forgets it lets everybody in", name))
		}
		return true
	})
}

func empty(info *types.Info, e ast.Expr) bool {
	v := info.Types[e].Value
	return v != nil && v.ExactString() == `""`
}

func same(a, b ast.Expr) bool { return types.ExprString(a) == types.ExprString(b) }
