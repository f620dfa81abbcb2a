package envfacts

import (
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/envflow"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/sink"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

//go:embed doc.go
var doc string

// Analyzer finds reads of the environment.
var Analyzer = &analysis.Analyzer{
	Name:       "envfacts",
	Doc:        diag.Doc(doc, "envfacts"),
	URL:        diag.URL("envfacts"),
	Flags:      flags(),
	Run:        diag.Guard(run, none()),
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(helperFact), new(comparedFact), new(sinkFact)},
}

// CategoryRead marks the findings of -envfacts.inventory.
const CategoryRead = "env-read"

var inventory bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&inventory, "inventory", false, "report every read of a variable, as JSON in the message; for prodvet env")
	return fs
}

// A Result lists what the package falls back to.
type Result struct {
	// Fallbacks are in source order; only the check about them asks, and no
	// dependency's pass does.
	Fallbacks func() []envflow.Fallback

	Flow *sink.Flow // what reaches a key, a password, an address

	analysis *envflow.Analysis
	compared func(*types.TypeName, string) bool
}

// Class says what a value of a variable is, as the classes of envflow.
func Class(key, value string) string { return string(envflow.Classify(key, value)) }

// Compared reports whether the package of a struct type compares that field.
func (r *Result) Compared(t *types.TypeName, field string) bool {
	return r.compared != nil && r.compared(t, field)
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
	return key, fallback == nil && isLookup(r.analysis.Info, call), true
}

// isLookup reports whether a call is one of the standard library's, and not of
// a helper that may look at what it reads.
func isLookup(info *types.Info, call *ast.CallExpr) bool {
	fn := typequery.Callee(info, call)
	return fn != nil && fn.Pkg() != nil && (fn.Pkg().Path() == "os" || fn.Pkg().Path() == "syscall" || fn.Pkg().Path() == "strings")
}

// helperFact is a fact indicating that a function looks up the environment
// variable named by parameter Key and returns parameter Fallback if it is unset.
type helperFact struct {
	envflow.Helper
}

func (*helperFact) AFact() {}

func (f *helperFact) String() string {
	if f.Fallback < 0 {
		return fmt.Sprintf("env(key=%d, required=%t)", f.Key, f.Required)
	}
	return fmt.Sprintf("env(key=%d, fallback=%d)", f.Key, f.Fallback)
}

// dependencies returns which functions of dependencies look variables up, and
// whether some of their parameters reach a use.
func dependencies(pass *analysis.Pass) (helpers map[types.Object]bool, sinks bool) {
	helpers = make(map[types.Object]bool)
	for _, f := range pass.AllObjectFacts() {
		switch f.Fact.(type) {
		case *helperFact:
			helpers[f.Object] = true
		case *sinkFact:
			sinks = true
		}
	}
	return helpers, sinks
}

// reads reports whether the package mentions a function that looks variables up.
// Most packages do not, and need no further look.
func reads(pass *analysis.Pass, helpers map[types.Object]bool) bool {
	for _, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == nil {
			continue
		}
		p := fn.Pkg().Path() // a full name is made for this question, a path is there
		if helpers[fn.Origin()] || (p == "os" || p == "syscall") && envflow.IsLookup(fn.FullName()) {
			return true
		}
	}
	return false
}

// comparedFact is a fact indicating that the package of a struct type compares
// some of its fields with something, so that they may be validated.
type comparedFact struct {
	Fields []string // sorted
}

func (*comparedFact) AFact() {}

func (f *comparedFact) String() string {
	return fmt.Sprintf("compared(%s)", strings.Join(f.Fields, ", "))
}

// none is the result for a package of which nothing is known.
func none() *Result {
	return &Result{Flow: new(sink.Flow), Fallbacks: func() []envflow.Fallback { return nil }}
}

func run(pass *analysis.Pass) (any, error) {
	if ssaquery.IsStd(pass) {
		return none(), nil
	}
	a := &envflow.Analysis{
		Info: pass.TypesInfo, Files: pass.Files, Serves: errpath.Answers,
		Import: func(fn *types.Func) (envflow.Helper, bool) {
			var f helperFact
			ok := fn.Pkg() != nil && fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn, &f)
			return f.Helper, ok
		},
	}
	helpers, imported := dependencies(pass)
	if reads(pass, helpers) {
		a.Infer()
	}
	for fn, h := range a.Helpers {
		if fn.Exported() {
			pass.ExportObjectFact(fn, &helperFact{h})
		}
	}
	if inventory {
		if err := report(pass, a); err != nil {
			return nil, err
		}
	}
	for t, fields := range comparisons(pass) {
		pass.ExportObjectFact(t, &comparedFact{fields})
	}
	compared := func(t *types.TypeName, field string) bool {
		var f comparedFact
		return pass.ImportObjectFact(t, &f) && slices.Contains(f.Fields, field)
	}
	return &Result{a.Fallbacks, sinks(pass, imported), a, compared}, nil
}

// comparisons returns the fields that the package compares, by the exported
// struct types of the package that have tags.
func comparisons(pass *analysis.Pass) map[*types.TypeName][]string {
	owner := make(map[*types.Var]*types.TypeName)
	scope := pass.Pkg.Scope()
	for _, name := range scope.Names() {
		t, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !t.Exported() {
			continue
		}
		if st, ok := t.Type().Underlying().(*types.Struct); ok {
			for i := range st.NumFields() {
				if st.Tag(i) != "" {
					owner[st.Field(i)] = t
				}
			}
		}
	}
	out := make(map[*types.TypeName][]string)
	if len(owner) == 0 {
		return out
	}
	note := func(e ast.Expr) {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return
		}
		field, ok := pass.TypesInfo.Uses[sel.Sel].(*types.Var)
		if t := owner[field]; ok && t != nil && !slices.Contains(out[t], field.Name()) {
			out[t] = append(out[t], field.Name())
			slices.Sort(out[t])
		}
	}
	for _, f := range pass.Files {
		for n := range ast.Preorder(f) {
			if b, ok := n.(*ast.BinaryExpr); ok {
				note(b.X)
				note(b.Y)
			}
		}
	}
	return out
}

// report reports the inventory of a package, without its tests.
func report(pass *analysis.Pass, a *envflow.Analysis) error {
	for _, r := range a.Inventory() {
		if typequery.IsTest(pass, r.Pos) {
			continue
		}
		text, err := json.Marshal(r)
		if err != nil {
			return err
		}
		pass.Report(analysis.Diagnostic{Pos: r.Pos, Category: CategoryRead, Message: string(text)})
	}
	return nil
}
