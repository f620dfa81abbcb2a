package errfacts

import (
	_ "embed"
	"fmt"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ending"
	"github.com/prodvet/prodvet/passes/internal/errflow"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/iterate"
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
	Requires:   []*analysis.Analyzer{ssaquery.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(failureFact), new(answerFact), new(endingFact), new(iteratorFact)},
}

// A Result answers the questions of the checks. Its methods may be called with
// functions of any package.
type Result struct {
	solver *errflow.Solver
	paths  *errpath.Engine

	endings *ending.Solver
	// nil if the package has no iterators
	iterators *iterate.Engine
}

// Lost returns how some path claims success after the call failed.
func (r *Result) Lost(call *ssa.Call) []errpath.Loss {
	if r.paths == nil {
		return nil
	}
	return r.paths.Lost(call)
}

// RunsOn returns what a handler goes on to do after it answered an error by
// call; see errpath.Engine.
func (r *Result) RunsOn(call *ssa.Call, writes func(*ssa.Call) bool) *ssa.Call {
	if r.paths == nil {
		return nil
	}
	return r.paths.RunsOn(call, writes)
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

// answerFact is a fact indicating what a helper answers for its handler.
type answerFact struct{ Status, Param int }

func (*answerFact) AFact() {}

func (f *answerFact) String() string {
	if f.Param > 0 {
		return fmt.Sprintf("answers(param %d)", f.Param-1)
	}
	return fmt.Sprintf("answers(%d)", f.Status)
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
	return &Result{
		solver:    solver,
		paths:     paths(pass, solver),
		endings:   endings(pass, func(fn *types.Func) bool { return solver.Summary(fn).AlwaysNil }),
		iterators: iterators(pass, func(fn *types.Func) bool { return solver.Summary(fn).AlwaysNil }),
	}, nil
}

// paths returns the engine that follows failures, and exports what the helpers
// of handlers answer.
func paths(pass *analysis.Pass, solver *errflow.Solver) *errpath.Engine {
	e := &errpath.Engine{
		Tells: func(fn *types.Func) bool { return solver.Summary(fn).Told },
		Answers: func(fn *types.Func) (errpath.Answer, bool) {
			var f answerFact
			if fn.Pkg() == nil || !pass.ImportObjectFact(fn, &f) {
				return errpath.Answer{}, false
			}
			return errpath.Answer{Status: f.Status, Param: f.Param}, true
		},
	}
	if !errpath.Serves(pass.Pkg) || !answersAnywhere(pass) {
		e.Prepare(nil)
		return e
	}
	funcs := pass.ResultOf[ssaquery.Analyzer].(*ssaquery.Form).Build().Funcs
	e.Prepare(funcs)
	for _, fn := range funcs {
		obj, ok := fn.Object().(*types.Func)
		if a := e.Summary(fn); ok && obj.Exported() && a != (errpath.Answer{}) {
			pass.ExportObjectFact(obj, &answerFact{a.Status, a.Param})
		}
	}
	return e
}

// answersAnywhere reports whether the package declares a helper that answers for
// handlers.
func answersAnywhere(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok && ending.Answers(fn.Signature()) {
			return true
		}
	}
	return false
}
