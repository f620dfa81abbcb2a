package swallowederr

import (
	_ "embed"
	"flag"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings. The last four are notes, off by default.
const (
	CategoryDropped     = "dropped"        // the error of a write is not taken
	CategoryNilReturn   = "nilreturn"      // nil is returned where a write failed
	CategoryLostWrite   = "lostwrite"      // Commit, or Flush of a buffer
	CategoryDroppedRead = "dropped-read"   // the error of a read is not taken
	CategoryDroppedGo   = "dropped-go"     // the error of a write in a goroutine is not taken
	CategoryNilRead     = "nilreturn-read" // nil is returned where a read failed
	CategoryLostFile    = "lostwrite-file" // Close of a file that was opened for writing
)

//go:embed doc.go
var doc string

// Analyzer reports errors after which the program claims success.
var Analyzer = &analysis.Analyzer{
	Name:     "swallowederr",
	Doc:      diag.Doc(doc, "swallowederr"),
	URL:      diag.URL("swallowederr"),
	Flags:    flags(),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{inspect.Analyzer, errfacts.Analyzer},
}

var notes bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&notes, "notes", false, "report findings of level note too")
	return fs
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	effects *errfacts.Result
}

func run(pass *analysis.Pass) (any, error) {
	c := &checker{pass, pass.ResultOf[errfacts.Analyzer].(*errfacts.Result)}
	ins := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	for file := range ins.Root().Children() {
		f := file.Node().(*ast.File)
		if ast.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		for cur := range file.Preorder((*ast.ExprStmt)(nil), (*ast.AssignStmt)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.ReturnStmt)(nil)) {
			switch n := cur.Node().(type) {
			case *ast.ExprStmt:
				c.lost(cur, n.X, plain)
			case *ast.AssignStmt:
				if len(n.Rhs) == 1 && isBlank(n.Lhs[len(n.Lhs)-1]) {
					c.lost(cur, n.Rhs[0], blank)
				}
			case *ast.GoStmt:
				c.lost(cur, n.Call, started)
			case *ast.DeferStmt:
				c.lost(cur, n.Call, deferred)
			case *ast.ReturnStmt:
				c.nilReturn(cur, n)
			}
		}
	}
	return nil, nil
}

func isBlank(e ast.Expr) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == "_"
}

// report reports a finding unless a comment at the place says that the error
// is ignored on purpose.
func (c *checker) report(at ast.Node, category, message string) {
	if !intended(c.Pass, at) {
		c.Report(analysis.Diagnostic{Pos: at.Pos(), End: at.End(), Category: category, Message: message})
	}
}

// effectOf returns what a failure of fn loses; nothing if its error is always nil.
func (c *checker) effectOf(fn *types.Func) errflow.Effect {
	if c.effects.AlwaysNil(fn) {
		return 0
	}
	return c.effects.Effect(fn)
}

// enclosingResults returns the results of the function around cur.
func enclosingResults(info *types.Info, cur inspector.Cursor) *types.Tuple {
	for c := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil)) {
		switch f := c.Node().(type) {
		case *ast.FuncDecl:
			if obj, ok := info.Defs[f.Name].(*types.Func); ok {
				return obj.Signature().Results()
			}
		case *ast.FuncLit:
			if sig, ok := info.TypeOf(f).(*types.Signature); ok {
				return sig.Results()
			}
		}
		break
	}
	return nil
}

// canFail reports whether the last of the results is an error.
func canFail(results *types.Tuple) bool {
	n := results.Len()
	return n > 0 && typequery.IsError(results.At(n-1).Type())
}
