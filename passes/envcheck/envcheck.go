package envcheck

import (
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/envfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
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
	CategoryZero        = "zero"        // a number that panics at 0
	CategoryDevMode     = "devmode"     // what is open unless a variable says production
)

// Categories that are off by default.
const (
	CategoryUnlimited = "unlimited"  // a number that means no limit, or no work, at 0
	CategoryUnread    = "unread"     // a configuration file that may be broken
	CategorySwitch    = "parse-bool" // the error of parsing a switch is dropped, so it is off
	CategoryLate      = "late"       // first looked up while a request is served
)

// Notes lists the categories that are off by default.
var Notes = []string{CategoryUnlimited, CategoryUnread, CategorySwitch, CategoryLate}

//go:embed doc.go
var doc string

// Analyzer reports variables that are used without a check.
var Analyzer = &analysis.Analyzer{
	Name:     "envcheck",
	Doc:      diag.Doc(doc, "envcheck"),
	URL:      diag.URL("envcheck"),
	Run:      diag.Guard(run, nil),
	Flags:    flags(),
	Requires: []*analysis.Analyzer{envfacts.Analyzer},
}

var notes bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&notes, "notes", false, "report unlimited, unread, parse-bool and late too")
	return fs
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	env       *envfacts.Result
	sets      map[types.Object][]ast.Expr
	asked     questions // what the package compares, or takes the length of
	judged    questions // what it compares with a constant: that is not taken as it is
	validates bool      // some function of the package validates
	notes     bool
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{
		Pass: pass, env: pass.ResultOf[envfacts.Analyzer].(*envfacts.Result),
		sets: make(map[types.Object][]ast.Expr), asked: newQuestions(), judged: newQuestions(),
		notes: notes,
	}
	c.survey()
	c.behind(c.judged)
	for _, use := range c.env.Flow.Uses() {
		// A function of another package may look at what it is given.
		if use.Use == sink.Key && (use.Param == nil || use.Param.Pkg() == pass.Pkg && !c.asked.vars[use.Param]) {
			c.key(use.Expr, use.Where)
		}
	}
	for _, f := range pass.Files {
		if typequery.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		for _, d := range f.Decls {
			c.declaration(d)
		}
	}
	return nil, nil
}

// declaration looks at everything in one declaration.
func (c *checker) declaration(d ast.Decl) {
	var inside *types.Func
	if fd, ok := d.(*ast.FuncDecl); ok && fd.Body != nil {
		inside, _ = c.TypesInfo.Defs[fd.Name].(*types.Func)
		if inside != nil && errpath.Answers(inside.Signature()) {
			c.serving(fd.Body)
		}
	}
	ast.Inspect(d, func(n ast.Node) bool {
		c.zero(n)
		c.compared(n)
		switch n := n.(type) {
		case *ast.IfStmt:
			c.unread(n)
			if inside != nil {
				c.skips(inside, n)
			}
			c.opens(n.Cond, n.Body)
		case *ast.KeyValueExpr:
			if typequery.Name(n.Key) == "InsecureSkipVerify" {
				c.insecure(n.Value)
			}
		case *ast.AssignStmt:
			c.parse(n)
		case *ast.CallExpr:
			c.loads(n)
		case *ast.FuncLit:
			if sig, ok := c.TypesInfo.TypeOf(n).(*types.Signature); ok && errpath.Answers(sig) {
				c.serving(n.Body)
			}
		}
		return true
	})
}

// serving looks at the body of a function that answers requests.
func (c *checker) serving(body *ast.BlockStmt) {
	c.failOpen(body)
	c.late(body)
}

// survey collects what the package sets and what it asks for.
func (c *checker) survey() {
	bounds := make(map[ast.Expr]bool) // conditions of loops, which check nothing
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
			case *ast.KeyValueExpr:
				if id, ok := n.Key.(*ast.Ident); ok {
					if field, ok := c.TypesInfo.Uses[id].(*types.Var); ok && field.IsField() {
						c.sets[field] = append(c.sets[field], n.Value)
					}
				}
			case *ast.ForStmt:
				bounds[n.Cond] = true
			case *ast.BinaryExpr:
				if !bounds[n] {
					c.asks(n.X, c.asked)
					c.asks(n.Y, c.asked)
				}
				if v := c.TypesInfo.Types[n.Y].Value; v != nil {
					c.asks(n.X, c.judged)
				}
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

// questions are the variables of the program and of the environment that
// something is asked of.
type questions struct {
	vars map[types.Object]bool
	keys map[string]bool
}

func newQuestions() questions { return questions{make(map[types.Object]bool), make(map[string]bool)} }

// behind adds the variables of the environment that those of the program hold.
func (c *checker) behind(q questions) {
	for obj := range q.vars {
		if sets := c.sets[obj]; len(sets) == 1 {
			if call, ok := ast.Unparen(sets[0]).(*ast.CallExpr); ok {
				if key, _, isRead := c.env.Key(call); isRead {
					q.keys[key] = true
				}
			}
		}
	}
}

// asks notes a side of a comparison.
func (c *checker) asks(e ast.Expr, q questions) {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok {
		if key, _, isRead := c.env.Key(call); isRead {
			q.keys[key] = true
			return
		}
		if len(call.Args) == 1 { // len(x), strings.TrimSpace(x)
			c.asks(call.Args[0], q)
		}
		return
	}
	if obj := c.object(e); obj != nil {
		q.vars[obj] = true
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
			if bare && name != "" && !c.asked.keys[name] && !lookup(c.TypesInfo, call) {
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
	if !ok || depth > 3 || c.asked.vars[obj] || obj.IsField() || len(c.sets[obj]) != 1 {
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
