package ownerfacts

import (
	_ "embed"
	"flag"
	"go/ast"
	"go/types"
	"reflect"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/conf"
	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/resource"
	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

//go:embed doc.go
var doc string

// Analyzer computes ownership summaries and leaks.
var Analyzer = &analysis.Analyzer{
	Name:       "ownerfacts",
	Doc:        diag.Doc(doc, "ownerfacts"),
	URL:        diag.URL("ownerfacts"),
	Flags:      flags(),
	Run:        diag.Guard(run, new(Result)),
	Requires:   []*analysis.Analyzer{ssaquery.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(summaryFact), new(ownerFact), new(analysedFact)},
}

var analyseStd bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.StringVar(&conf.Text, "config", "", "`text` of a configuration file, whose rows join the built-in tables; a first line \"# file NAME\" names it")
	fs.BoolVar(&analyseStd, "std", false, "analyse the standard library too")
	return fs
}

// A Result answers the questions of the resource checks.
type Result struct {
	leaks   []ownership.Leak
	funcs   []*ssa.Function
	oneShot func(*ssa.Function) bool
}

// Funcs returns the source functions of the package and their literals, in
// source order; none if the package can neither own nor start anything.
func (r *Result) Funcs() []*ssa.Function { return r.funcs }

// OneShot reports whether fn runs once in the life of the process, or in a test.
func (r *Result) OneShot(fn *ssa.Function) bool { return r.oneShot(fn) }

// Leaks returns the leaks that check reports, in source order.
func (r *Result) Leaks(check string) []ownership.Leak {
	var out []ownership.Leak
	for _, l := range r.leaks {
		if l.Kind.Check == check && l.Reason != ownership.Deferred {
			out = append(out, l)
		}
	}
	return out
}

// DeferredInLoop returns the resources of any kind that are released by a
// defer in a loop only, in source order. Contexts made right there are left to
// ctxlife.
func (r *Result) DeferredInLoop() []ownership.Leak {
	var out []ownership.Leak
	for _, l := range r.leaks {
		if l.Reason == ownership.Deferred && !makesContext(l.Site.Common()) {
			out = append(out, l)
		}
	}
	return out
}

func makesContext(c *ssa.CallCommon) bool {
	fn := ssaquery.Callee(c)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "context"
}

func run(pass *analysis.Pass) (any, error) {
	if ssaquery.IsStd(pass) && !analyseStd {
		return new(Result), nil
	}
	table, err := tables()
	if err != nil {
		return nil, err
	}
	table = table.ForPackage()
	verify(pass, table)
	if !startsGoroutine(pass) && !matters(pass, table) {
		return new(Result), nil
	}
	pkg := pass.ResultOf[ssaquery.Analyzer].(*ssaquery.Form).Build()
	res := ownership.Analyze(ownership.Input{
		Pkg:      pass.Pkg,
		Funcs:    pkg.Funcs,
		Table:    table,
		Import:   importer(pass),
		Analysed: func(p *types.Package) bool { return pass.ImportPackageFact(p, new(analysedFact)) },
		ImportOwner: func(name *types.TypeName) *ownership.Owner {
			var fact ownerFact
			if name.Pkg() == nil || !pass.ImportObjectFact(name, &fact) {
				return nil
			}
			return &fact.Owner
		},
		Version: pass.Pkg.GoVersion(),
	})
	count(res.Stats)
	for _, c := range res.Crashes {
		diag.Internal(pass, c.Func.Pos(), c.Func.String(), c.Err)
	}
	export(pass, pkg.Funcs, res)
	return &Result{leaks: res.Leaks, funcs: pkg.Funcs, oneShot: res.OneShot}, nil
}

// tables keeps the table of the last configuration: it is the same for all
// packages of a process.
var tables = sync.OnceValues(func() (*resource.Table, error) { return parse(conf.Text) })

// parse returns the resource table with the rows of a configuration file.
func parse(text string) (*resource.Table, error) {
	name, body := conf.Split(text, "resources")
	return resource.WithConfig(name, body)
}

// CheckRows reports whether the text of a configuration file is well
// formed; what it names is checked where it is used.
func CheckRows(text string) error {
	if _, err := parse(text); err != nil {
		return err
	}
	_, err := conf.Parse(text)
	return err
}

// verify reports rows of the configuration file that do not fit the packages
// that this one imports.
func verify(pass *analysis.Pass, table *resource.Table) {
	errs := table.Verify(func(path string) *types.Package {
		for _, p := range append(pass.Pkg.Imports(), pass.Pkg) {
			if p.Path() == path {
				return p
			}
		}
		return nil
	})
	for _, err := range errs {
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Category: diag.ConfigCategory, Message: err.Error()})
	}
}

// startsGoroutine reports whether the package has a go statement.
func startsGoroutine(pass *analysis.Pass) bool {
	for _, f := range pass.Files {
		for n := range ast.Preorder(f) {
			if _, ok := n.(*ast.GoStmt); ok {
				return true
			}
		}
	}
	return false
}

// matters reports whether the package can acquire, pass on or release a
// resource: it mentions a function that returns one, or declares one with a
// parameter that could be one. Nothing else needs SSA.
func matters(pass *analysis.Pass, table *resource.Table) bool {
	seen := make(map[*types.Func]bool)
	for _, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || seen[fn] {
			continue
		}
		seen[fn] = true
		if hasKind(fn.Signature().Results(), table) || len(table.Acquires(fn)) > 0 {
			return true
		}
		var sum summaryFact
		if fn.Pkg() != nil && fn.Pkg() != pass.Pkg && pass.ImportObjectFact(fn.Origin(), &sum) && len(sum.Results) > 0 {
			return true
		}
	}
	for id, obj := range pass.TypesInfo.Defs {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type()) {
			continue
		}
		if id.Name != "_" && takesResource(fn.Signature().Params(), table) {
			return true
		}
	}
	return false
}

func hasKind(vars *types.Tuple, table *resource.Table) bool {
	for v := range vars.Variables() {
		if table.KindOf(v.Type()) != nil {
			return true
		}
	}
	return false
}

func takesResource(params *types.Tuple, table *resource.Table) bool {
	for v := range params.Variables() {
		if table.KindOf(v.Type()) != nil {
			return true
		}
		if types.IsInterface(v.Type()) && len(table.ReleaseNames(v.Type())) > 0 {
			return true
		}
	}
	return false
}

// export writes the summaries that another package can ask for.
func export(pass *analysis.Pass, funcs []*ssa.Function, res *ownership.Result) {
	pass.ExportPackageFact(new(analysedFact))
	for _, fn := range funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || fn.Parent() != nil || !obj.Exported() {
			continue
		}
		if sum := res.Summaries[obj]; sum != nil {
			pass.ExportObjectFact(obj, &summaryFact{*sum})
		}
	}
	for name, owner := range res.Owners {
		if name.Parent() == pass.Pkg.Scope() && name.Exported() {
			pass.ExportObjectFact(name, &ownerFact{*owner})
		}
	}
}

// importer reads the summaries of other packages.
func importer(pass *analysis.Pass) ownership.Importer {
	analysed := make(map[*types.Package]bool)
	return func(fn *types.Func) (*ownership.Summary, bool) {
		pkg := fn.Pkg()
		if pkg == nil {
			return nil, false
		}
		var fact summaryFact
		if pass.ImportObjectFact(fn, &fact) {
			return &fact.Summary, true
		}
		known, asked := analysed[pkg]
		if !asked {
			known = pass.ImportPackageFact(pkg, new(analysedFact))
			analysed[pkg] = known
		}
		return new(ownership.Summary), known
	}
}
