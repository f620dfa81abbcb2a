package errfacts

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/ending"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Endings returns what may end the process, panic or recover; nil in the
// standard library.
func (r *Result) Endings() *ending.Solver { return r.endings }

// endingFact is a fact indicating that a function may end the process or panic,
// or that it can be deferred to recover.
type endingFact struct {
	Exits, Panics string
	Recovers      bool
}

func (*endingFact) AFact() {}

func (f *endingFact) String() string {
	var parts []string
	if f.Exits != "" {
		parts = append(parts, "exits: "+f.Exits)
	}
	if f.Panics != "" {
		parts = append(parts, "panics: "+f.Panics)
	}
	if f.Recovers {
		parts = append(parts, "recovers")
	}
	return strings.Join(parts, ", ")
}

// endings solves the package. Only functions of the same module count: what
// others do when they are misused is theirs to say.
func endings(pass *analysis.Pass, infallible func(*types.Func) bool) *ending.Solver {
	if typequery.Foreign(pass) {
		return nil // nobody asks
	}
	var files []*ast.File
	for _, f := range pass.Files {
		if !typequery.IsTest(pass, f.Package) {
			files = append(files, f)
		}
	}
	solver := ending.Solve(ending.Input{
		Pkg: pass.Pkg, Info: pass.TypesInfo, Files: files,
		Import: func(fn *types.Func) ending.Summary {
			var f endingFact
			if fn.Pkg() == nil || !typequery.SameModule(pass, fn.Pkg().Path()) || !pass.ImportObjectFact(fn, &f) {
				return ending.Summary{}
			}
			return ending.Summary{Exits: f.Exits, Panics: f.Panics, Recovers: f.Recovers}
		},
		Infallible: infallible,
	})
	solver.Functions(func(fn *types.Func, s ending.Summary) {
		if fn.Exported() {
			pass.ExportObjectFact(fn, &endingFact{s.Exits, s.Panics, s.Recovers})
		}
	})
	return solver
}
