package diag

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// RecordUses makes every check report which directives silenced it, for a host
// that looks for unused ones.
var RecordUses bool

// suppressing returns a pass whose findings the directives of its files can
// suppress, and what they tell a linter that asks the same. A directive without a
// reason does not.
func suppressing(pass *analysis.Pass) *analysis.Pass {
	p := *pass
	var all []Directive
	var elsewhere map[place]bool
	collected := false
	p.Report = func(d analysis.Diagnostic) {
		if d.Category == InternalCategory || d.Category == ConfigCategory {
			pass.Report(d)
			return
		}
		if elements := inModule(pass); isSample(elements) || pass.Pkg.Name() == "main" && (isTool(elements) || generates(pass)) {
			return
		}
		if p := pass.Fset.File(d.Pos); p != nil && p.Name() != pass.Fset.Position(d.Pos).Filename {
			d.SuggestedFixes = nil // the file is made of another one, which edits would miss
		}
		if !collected {
			all, elsewhere, collected = Directives(pass), answered(pass), true
		}
		if file := pass.Fset.File(d.Pos); file != nil && elsewhere[place{file, file.Line(d.Pos)}] {
			return
		}
		for _, x := range all {
			if !slices.Contains(x.Checks, pass.Analyzer.Name) || !x.covers(d.Pos) {
				continue
			}
			if x.Reason == "" {
				d.Message += " (" + DirectivePrefix + " needs a reason behind the name of the check)"
				break
			}
			if RecordUses {
				pass.Report(analysis.Diagnostic{Pos: x.Pos, Category: UsedCategory, Message: pass.Analyzer.Name})
			}
			return
		}
		pass.Report(d)
	}
	return &p
}

// sample matches the elements of import paths of code that never serves anybody:
// examples, what stands in for something else in tests, tools of the developers,
// and generators of load.
var sample = regexp.MustCompile(`^(_?examples?|samples?|([\w-]+[-_])?demos?|mocks?|fakes?|mock[-_]?\w+|fake[-_]?\w+|test_?(util|helper|kit)s?|tests?|testing|e2e|fixtures?|dev[-_]?tools?|integration[-_]?tests?|([\w-]+-)?(loadtest|loadgen|load-(test|gen)|bench(mark)?s?))$`)

// tool matches the elements of import paths of programs that the developers of a
// project run.
var tool = regexp.MustCompile(`^(tools|hack|scripts?|([\w-]+[-_])?(gen|generate|generator|codegen))$`)

func isTool(elements []string) bool { return slices.ContainsFunc(elements, tool.MatchString) }

// generates reports whether a program says that go generate runs it.
func generates(pass *analysis.Pass) bool {
	for _, f := range pass.Files {
		for _, g := range f.Comments {
			for _, c := range g.List {
				if rest, ok := strings.CutPrefix(c.Text, "//go:generate go run "); ok && strings.HasPrefix(strings.TrimSpace(rest), ".") {
					return true
				}
			}
		}
	}
	return false
}

// isSample reports whether one of the elements of an import path is of sample.
func isSample(elements []string) bool { return slices.ContainsFunc(elements, sample.MatchString) }

// inModule returns the elements of the import path behind the path of the module:
// that of github.com/example/shop says nothing of its packages. A host that does
// not tell the module is taken to have one repository below each owner.
func inModule(pass *analysis.Pass) []string {
	path := strings.TrimSuffix(pass.Pkg.Path(), "_test")
	if m := pass.Module; m != nil && m.Path != "" {
		if rest, ok := strings.CutPrefix(path, m.Path); ok {
			return strings.Split(rest, "/")
		}
	}
	elements := strings.Split(path, "/")
	module := 1
	if strings.Contains(elements[0], ".") {
		module = 3
	}
	return elements[min(module, len(elements)):]
}
