package envfacts

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

//go:embed doc.go
var doc string

// Analyzer finds reads of the environment.
var Analyzer = &analysis.Analyzer{
	Name:       "envfacts",
	Doc:        diag.Doc(doc, "envfacts"),
	URL:        diag.URL("envfacts"),
	Run:        diag.Guard(run, new(Result)),
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(helperFact)},
}

// A Result lists what the package falls back to.
type Result struct {
	Fallbacks []envflow.Fallback // in source order

	analysis *envflow.Analysis
}

// Key returns the name of the variable that a call reads. bare says that the
// call has no fallback for it.
func (r *Result) Key(call *ast.CallExpr) (key string, bare, ok bool) {
	if r.analysis == nil {
		return "", false, false
	}
	name, fallback, ok := r.analysis.Read(call)
	if !ok {
		return "", false, false
	}
	if v := r.analysis.Info.Types[name].Value; v != nil && v.Kind() == constant.String {
		key = constant.StringVal(v)
	}
	return key, fallback == nil, true
}

// helperFact is a fact indicating that a function looks up the environment
// variable named by parameter Key and returns parameter Fallback if it is unset.
type helperFact struct {
	envflow.Helper
}

func (*helperFact) AFact() {}

func (f *helperFact) String() string {
	return fmt.Sprintf("env(key=%d, fallback=%d)", f.Key, f.Fallback)
}

func run(pass *analysis.Pass) (any, error) {
	if ssaquery.IsStd(pass) {
		return new(Result), nil
	}
	a := &envflow.Analysis{
		Info: pass.TypesInfo, Files: pass.Files,
		Import: func(fn *types.Func) (envflow.Helper, bool) {
			var f helperFact
			ok := fn.Pkg() != nil && fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn, &f)
			return f.Helper, ok
		},
	}
	a.Infer()
	for fn, h := range a.Helpers {
		if fn.Exported() {
			pass.ExportObjectFact(fn, &helperFact{h})
		}
	}
	return &Result{a.Fallbacks(), a}, nil
}
