package swallowederr

import (
	_ "embed"
	"flag"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings at default levels.
const (
	CategoryDropped     = "dropped"     // the error of a write is not taken; of a read whose result is used
	CategoryOverwritten = "overwritten" // its variable is set again before anybody reads it
	CategoryNilReturn   = "nilreturn"   // nil is returned where a write failed
	CategoryWrongErr    = "wrongerr"    // another error is returned, which is nil there
	CategoryEmpty       = "empty"       // the error is found and forgotten
	CategoryStatus200   = "status200"   // a handler answers success, or nothing
	CategoryLostWrite   = "lostwrite"   // Commit, or Flush of a buffer
	CategoryRecovered   = "recovered"   // the value of a panic goes nowhere
	CategoryPartial     = "partial"     // a loop leaves out what failed
	CategoryClientFault = "clientfault" // any failure is answered as the client's mistake
	CategoryNoReturn    = "noreturn"    // a handler goes on after it answered an error
)

// Categories of notes, which are off by default.
const (
	CategoryDroppedRead  = "dropped-read"   // the error of a read is not taken
	CategoryDroppedBlank = "dropped-blank"  // the error of a write is assigned to the blank, and nothing else is
	CategoryDroppedGo    = "dropped-go"     // the error of a write in a goroutine is not taken
	CategoryNilRead      = "nilreturn-read" // nil is returned where a read failed
	CategoryLostFile     = "lostwrite-file" // Close of a file that was opened for writing
	CategoryEmptyNote    = "empty-note"     // beside a value, which may be a fallback
	CategoryLogOnly      = "logonly"        // the error is logged, and success returned
	CategoryStatusNote   = "status200-note" // with a log line below the level of errors
	CategoryPartialNote  = "partial-note"   // with a log line for each failure
	CategoryRecoverNote  = "recovered-note" // in a function that returns no error
)

// Notes lists the categories of notes.
var Notes = []string{
	CategoryDroppedRead, CategoryDroppedBlank, CategoryDroppedGo, CategoryNilRead, CategoryLostFile,
	CategoryEmptyNote, CategoryLogOnly, CategoryStatusNote, CategoryPartialNote, CategoryRecoverNote,
}

func isNote(category string) bool { return slices.Contains(Notes, category) }

//go:embed doc.go
var doc string

// Analyzer reports errors after which the program claims success.
var Analyzer = &analysis.Analyzer{
	Name:     "swallowederr",
	Doc:      diag.Doc(doc, "swallowederr"),
	URL:      diag.URL("swallowederr"),
	Flags:    flags(),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{inspect.Analyzer, errfacts.Analyzer, ssaquery.Analyzer},
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
		if typequery.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		for cur := range file.Preorder((*ast.ExprStmt)(nil), (*ast.AssignStmt)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.CallExpr)(nil)) {
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
			case *ast.CallExpr:
				c.recovered(cur, n)
			}
		}
	}
	if c.matters() {
		c.paths()
	}
	return nil, nil
}

// matters reports whether the package calls anything whose failure loses
// something, or answers requests: nothing else needs SSA.
func (c *checker) matters() bool {
	if errpath.Serves(c.Pkg) {
		return true
	}
	for _, obj := range c.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && c.effects.Effect(fn.Origin())&(errflow.Read|errflow.Write) != 0 {
			return true
		}
	}
	return false
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
