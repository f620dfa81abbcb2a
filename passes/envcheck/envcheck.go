package envcheck

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/sink"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings.
const (
	CategoryParse       = "parse"       // a parse error becomes a zero
	CategoryUnchecked   = "unchecked"   // a key that may be empty
	CategoryUnvalidated = "unvalidated" // a configuration that nothing looks at
	CategoryFailOpen    = "failopen"    // a check that an unset variable turns off
)

//go:embed doc.go
var doc string

// Analyzer reports variables that are used without a check.
var Analyzer = &analysis.Analyzer{
	Name:     "envcheck",
	Doc:      diag.Doc(doc, "envcheck"),
	URL:      diag.URL("envcheck"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{envfacts.Analyzer},
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	env  *envfacts.Result
	sets map[types.Object][]ast.Expr
	// What the package compares with the empty string, or takes the length of:
	// variables, and the names of environment variables.
	asked     map[types.Object]bool
	askedKeys map[string]bool
	validates bool // some function of the package validates
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		Pass: pass, env: pass.ResultOf[envfacts.Analyzer].(*envfacts.Result),
		sets: make(map[types.Object][]ast.Expr), asked: make(map[types.Object]bool), askedKeys: make(map[string]bool),
	}
	c.survey()
	sink.Each(pass.TypesInfo, pass.Files, func(e ast.Expr, u sink.Use, where string) {
		if u == sink.Key {
			c.key(e, where)
		}
	})
	for _, f := range pass.Files {
		if ast.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				c.parse(n)
			case *ast.CallExpr:
				c.loads(n)
			case *ast.FuncDecl:
				if fn, ok := pass.TypesInfo.Defs[n.Name].(*types.Func); ok && n.Body != nil && answers(fn.Signature()) {
					c.failOpen(n.Body)
				}
			case *ast.FuncLit:
				if sig, ok := pass.TypesInfo.TypeOf(n).(*types.Signature); ok && answers(sig) {
					c.failOpen(n.Body)
				}
			}
			return true
		})
	}
	return nil, nil
}

func answers(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if errpath.IsResponder(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}

// survey collects what the package sets and what it asks for.
func (c *checker) survey() {
	for _, f := range c.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if obj := c.object(l); obj != nil {
						c.sets[obj] = append(c.sets[obj], n.Rhs[min(i, len(n.Rhs)-1)])
					}
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if i < len(n.Values) {
						c.sets[c.TypesInfo.Defs[id]] = append(c.sets[c.TypesInfo.Defs[id]], n.Values[i])
					}
				}
			case *ast.BinaryExpr:
				c.asks(n.X)
				c.asks(n.Y)
			case *ast.CallExpr:
				fn := typequery.Callee(c.TypesInfo, n)
				c.validates = c.validates || fn != nil && validator(fn.Name())
			case *ast.FuncDecl:
				c.validates = c.validates || validator(n.Name.Name)
			}
			return true
		})
	}
}

// asks notes a side of a comparison.
func (c *checker) asks(e ast.Expr) {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		if key, _, isRead := c.env.Key(call); isRead {
			c.askedKeys[key] = true
			return
		}
		if len(call.Args) == 1 { // len(x), strings.TrimSpace(x)
			c.asks(call.Args[0])
		}
		return
	}
	if obj := c.object(e); obj != nil {
		c.asked[obj] = true
	}
}

func (c *checker) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return c.TypesInfo.ObjectOf(e)
	case *ast.SelectorExpr:
		return c.TypesInfo.Uses[e.Sel]
	}
	return nil
}

func (c *checker) report(n ast.Node, category, message string) {
	c.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Category: category, Message: message})
}

// read returns the variable of the environment that the value of e is, and the
// call that reads it, if nothing asks whether it is set.
func (c *checker) read(e ast.Expr, depth int) (key string, at *ast.CallExpr) {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		if name, bare, isRead := c.env.Key(call); isRead {
			if bare && name != "" && !c.askedKeys[name] && !lookup(c.TypesInfo, call) {
				return name, call
			}
			return "", nil
		}
		if tv := c.TypesInfo.Types[call.Fun]; tv.IsType() && len(call.Args) == 1 {
			return c.read(call.Args[0], depth)
		}
		return "", nil
	}
	obj, ok := c.object(e).(*types.Var)
	if !ok || depth > 3 || c.asked[obj] || obj.IsField() || len(c.sets[obj]) != 1 {
		return "", nil
	}
	return c.read(c.sets[obj][0], depth+1)
}

// lookup reports whether a call says whether the variable is set.
func lookup(info *types.Info, call *ast.CallExpr) bool {
	fn := typequery.Callee(info, call)
	return fn != nil && fn.Signature().Results().Len() > 1
}

// key reports a variable that becomes a key and may be empty.
func (c *checker) key(e ast.Expr, where string) {
	name, call := c.read(e, 0)
	if call == nil || typequery.IsTest(c.Pass, call.Pos()) || typequery.Generated(c.Pass, call.Pos()) {
		return
	}
	c.report(call, CategoryUnchecked, fmt.Sprintf("%s becomes the key of %s, and nothing asks whether it is set: with the empty key anybody can make what it vouches for", name, where))
}

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
	if !ok || blank.Name != "_" || !isCall || c.asked[c.object(as.Lhs[0])] {
		return
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || !parsers[fn.FullName()] {
		return
	}
	if name := c.variable(call.Args[0]); name != "" {
		c.report(call, CategoryParse, fmt.Sprintf("the error of parsing %s is dropped: a typo in it becomes zero, and nobody notices", name))
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
