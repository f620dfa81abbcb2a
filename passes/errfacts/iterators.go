package errfacts

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/iterate"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// Iterates reports whether the package uses an iterator with an error to ask
// for.
func (r *Result) Iterates() bool { return r.iterators != nil }

// Unasked returns the iterators of fn whose error nobody asks for. It must not be
// called from several goroutines.
func (r *Result) Unasked(fn *ssa.Function) []iterate.Unasked { return r.iterators.Analyze(fn) }

// iteratorFact is a fact indicating what a function does with the iterators
// that it gets, sorted by parameter.
type iteratorFact struct{ Params []iteratorParam }

type iteratorParam struct {
	Index int
	iterate.Summary
}

func (*iteratorFact) AFact() {}

func (f *iteratorFact) String() string {
	var parts []string
	for _, p := range f.Params {
		what := "looks"
		switch {
		case p.Settles:
			what = "settles"
		case p.Ends:
			what = "ends"
		}
		parts = append(parts, fmt.Sprintf("%s(%d)", what, p.Index))
	}
	return strings.Join(parts, " ")
}

// iterators returns the engine that follows the iterators of the package, and
// exports what its functions do with those that they get; nil if the package has
// none.
func iterators(pass *analysis.Pass, alwaysNil func(*types.Func) bool) *iterate.Engine {
	if !usesIterators(pass) {
		return nil
	}
	eng := &iterate.Engine{
		AlwaysNil: alwaysNil,
		Import: func(fn *types.Func, param int) (iterate.Summary, bool) {
			var f iteratorFact
			if fn.Pkg() == nil || !pass.ImportObjectFact(fn, &f) {
				return iterate.Summary{}, false
			}
			i := slices.IndexFunc(f.Params, func(p iteratorParam) bool { return p.Index == param })
			if i < 0 {
				return iterate.Summary{}, false
			}
			return f.Params[i].Summary, true
		},
	}
	if declares(pass, takesIterator) {
		for _, fn := range pass.ResultOf[ssaquery.Analyzer].(*ssaquery.Form).Build().Funcs {
			exportIterators(pass, eng, fn)
		}
	}
	return eng
}

// declares reports whether the package declares an exported function that want
// accepts: only then has it anything to say to others, and needs SSA for it.
func declares(pass *analysis.Pass, want func(*types.Signature) bool) bool {
	for _, obj := range pass.TypesInfo.Defs {
		if fn, ok := obj.(*types.Func); ok && fn.Exported() && want(fn.Signature()) {
			return true
		}
	}
	return false
}

func takesIterator(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if iterate.Is(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}

// usesIterators reports whether the package uses a method of an iterator:
// nothing else needs SSA.
func usesIterators(pass *analysis.Pass) bool {
	for _, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Name() != "Next" && fn.Name() != "Scan" && fn.Name() != "Err" {
			continue
		}
		if r := fn.Signature().Recv(); r != nil && iterate.Is(r.Type()) {
			return true
		}
	}
	return false
}

func exportIterators(pass *analysis.Pass, eng *iterate.Engine, fn *ssa.Function) {
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() {
		return
	}
	var f iteratorFact
	for i, p := range fn.Params {
		if iterate.Is(p.Type()) && (i > 0 || fn.Signature.Recv() == nil) {
			f.Params = append(f.Params, iteratorParam{i, eng.Summary(p)})
		}
	}
	if len(f.Params) > 0 {
		pass.ExportObjectFact(obj, &f)
	}
}
