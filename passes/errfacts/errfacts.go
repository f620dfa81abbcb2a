package errfacts

import (
	_ "embed"
	"fmt"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

//go:embed doc.go
var doc string

// Analyzer computes error-flow summaries.
var Analyzer = &analysis.Analyzer{
	Name:       "errfacts",
	Doc:        diag.Doc(doc, "errfacts"),
	URL:        diag.URL("errfacts"),
	Run:        diag.Guard(run, new(Result)),
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(failureFact)},
}

// A Result answers the questions of the checks. Its methods may be called with
// functions of any package.
type Result struct {
	solver *errflow.Solver
}

// Effect returns what is lost when a call of fn fails.
func (r *Result) Effect(fn *types.Func) errflow.Effect { return r.summary(fn).Effect }

// AlwaysNil reports whether the error result of fn is nil on every path.
func (r *Result) AlwaysNil(fn *types.Func) bool { return r.summary(fn).AlwaysNil }

// Told reports whether fn logs its own failure.
func (r *Result) Told(fn *types.Func) bool { return r.summary(fn).Told }

// summary knows nothing where the solver does not run: in the standard library.
func (r *Result) summary(fn *types.Func) errflow.Summary {
	if r.solver == nil {
		return errflow.Summary{}
	}
	return r.solver.Summary(fn)
}

// failureFact is a fact indicating what a function's failure loses and whether
// its error is always nil.
type failureFact struct {
	Effect    uint8
	AlwaysNil bool
	Told      bool
}

func (*failureFact) AFact() {}

func (f *failureFact) String() string {
	s := errflow.Effect(f.Effect).String()
	if f.AlwaysNil {
		s += " alwaysNil"
	}
	if f.Told {
		s += " told"
	}
	return strings.TrimSpace(s)
}

func run(pass *analysis.Pass) (any, error) {
	if ssaquery.IsStd(pass) { // described by the table
		return new(Result), nil
	}
	table, err := errflow.Library()
	if err != nil {
		return nil, fmt.Errorf("built-in effects table: %w", err)
	}
	in := errflow.Input{
		Pkg: pass.Pkg, Info: pass.TypesInfo, Files: pass.Files, Table: table,
		Import: func(fn *types.Func) errflow.Summary {
			var f failureFact
			if fn.Pkg() == nil || !pass.ImportObjectFact(fn, &f) {
				return errflow.Summary{}
			}
			return errflow.Summary{Effect: errflow.Effect(f.Effect), AlwaysNil: f.AlwaysNil, Told: f.Told}
		},
	}
	solver := errflow.Solve(in)
	solver.Functions(func(fn *types.Func, s errflow.Summary) {
		if fn.Exported() {
			pass.ExportObjectFact(fn, &failureFact{uint8(s.Effect), s.AlwaysNil, s.Told})
		}
	})
	return &Result{solver}, nil
}
