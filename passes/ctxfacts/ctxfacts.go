package ctxfacts

import (
	_ "embed"
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/errfacts"
	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

//go:embed doc.go
var doc string

// Analyzer computes which functions wait without a context.
var Analyzer = &analysis.Analyzer{
	Name:       "ctxfacts",
	Doc:        diag.Doc(doc, "ctxfacts"),
	URL:        diag.URL("ctxfacts"),
	Run:        diag.Guard(run, new(Result)),
	Requires:   []*analysis.Analyzer{errfacts.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(waitsFact), new(servesFact), new(stopsFact), new(valuesFact), new(detachesFact)},
}

// A Result answers the questions of the checks.
type Result struct {
	// Solver knows the functions that wait; nil in the standard library.
	Solver *ctxflow.Solver
	// Stops says that the package, or one of its module that it imports, lets a
	// server finish its requests.
	Stops bool
	// Serves reports whether a function serves, itself or through others.
	Serves func(*types.Func) bool
	// Values reports whether a function only asks its context for values: it
	// does not matter to it when the context ends.
	Values func(*types.Func) bool
	// Detaches reports whether a function makes a context that does not end with
	// the one it gets.
	Detaches func(*types.Func) bool
}

// waitsFact is a fact indicating how a function without context comes to wait.
type waitsFact struct{ Chain []string }

func (*waitsFact) AFact() {}

func (f *waitsFact) String() string { return "waits: " + strings.Join(f.Chain, " > ") }

// valuesFact is a fact indicating that a function only asks its context for values.
type valuesFact struct{}

func (*valuesFact) AFact() {}

func (*valuesFact) String() string { return "values" }

func run(pass *analysis.Pass) (any, error) {
	if ssaquery.IsStd(pass) { // described by the table
		return new(Result), nil
	}
	if typequery.Foreign(pass) { // who else would ask
		values(pass, pass.Files)
		detaches(pass, pass.Files)
		return new(Result), nil
	}
	errs := pass.ResultOf[errfacts.Analyzer].(*errfacts.Result)
	var files []*ast.File
	for _, f := range pass.Files {
		if !typequery.IsTest(pass, f.Package) {
			files = append(files, f)
		}
	}
	solver := ctxflow.Solve(ctxflow.Input{
		Pkg: pass.Pkg, Info: pass.TypesInfo, Files: files, Effect: errs.Effect,
		Import: func(fn *types.Func) ctxflow.Chain {
			var f waitsFact
			if fn.Pkg() == nil || !typequery.SameModule(pass, fn.Pkg().Path()) || !pass.ImportObjectFact(fn, &f) {
				return nil
			}
			return f.Chain
		},
	})
	solver.Functions(func(fn *types.Func, c ctxflow.Chain) {
		if fn.Exported() {
			pass.ExportObjectFact(fn, &waitsFact{c})
		}
	})
	return &Result{Solver: solver, Stops: stops(pass, files), Serves: serves(pass, files), Values: values(pass, files), Detaches: detaches(pass, files)}, nil
}

// detachesFact is a fact indicating that a function makes a context that does not
// end with the one it gets.
type detachesFact struct{}

func (*detachesFact) AFact() {}

func (*detachesFact) String() string { return "detaches" }

// detaches exports which functions take a context and work on with one of their
// own, and returns what is known of that.
func detaches(pass *analysis.Pass, files []*ast.File) func(*types.Func) bool {
	own := ctxflow.Detaching(pass.TypesInfo, files)
	for fn := range own {
		if fn.Exported() {
			pass.ExportObjectFact(fn, new(detachesFact))
		}
	}
	return func(fn *types.Func) bool {
		fn = fn.Origin()
		return own[fn] || fn.Pkg() != nil && fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn, new(detachesFact))
	}
}

// values exports which functions only ask their context for values, and returns
// what is known of that. Lines of log/slog ask for values, whatever the handler.
func values(pass *analysis.Pass, files []*ast.File) func(*types.Func) bool {
	known := func(fn *types.Func) bool {
		return fn.Pkg() != nil && fn.Pkg() != pass.Pkg && (fn.Pkg().Path() == "log/slog" || pass.ImportObjectFact(fn, new(valuesFact)))
	}
	own := ctxflow.ValueOnly(pass.TypesInfo, files, known)
	for fn := range own {
		if fn.Exported() {
			pass.ExportObjectFact(fn, new(valuesFact))
		}
	}
	return func(fn *types.Func) bool { return own[fn.Origin()] || known(fn.Origin()) }
}
