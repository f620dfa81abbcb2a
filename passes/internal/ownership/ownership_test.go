package ownership_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/resource"
)

// analyse runs the engine over one source text.
func analyse(t testing.TB, src string) *ownership.Result {
	t.Helper()
	return analyseAs(t, "", src)
}

// analyseAs does so for a language version.
func analyseAs(t testing.TB, version, src string) *ownership.Result {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", src, parser.SkipObjectResolution)
	require.NoError(t, err)
	conf := types.Config{Importer: importer.ForCompiler(fset, "source", nil)}
	pkg, _, err := ssautil.BuildPackage(&conf, fset, types.NewPackage("p.test", "p"), []*ast.File{file}, 0)
	require.NoError(t, err)
	table, err := resource.Library()
	require.NoError(t, err)
	var funcs []*ssa.Function
	for _, d := range file.Decls {
		if fd, ok := d.(*ast.FuncDecl); ok && fd.Recv == nil {
			funcs = append(funcs, pkg.Func(fd.Name.Name))
			funcs = append(funcs, pkg.Func(fd.Name.Name).AnonFuncs...)
		}
	}
	return ownership.Analyze(ownership.Input{
		Version: version, Pkg: pkg.Pkg, Funcs: funcs, Table: table.ForPackage(),
		Analysed: func(*types.Package) bool { return false },
		Import:   func(*types.Func) (*ownership.Summary, bool) { return nil, false },
	})
}

// chain is a function with n error checks in sequence behind one acquisition.
func chain(n int) string {
	return "package p\n\nimport \"database/sql\"\n\nfunc f(db *sql.DB, g func() error) error {\n" +
		"rows, err := db.Query(\"q\")\nif err != nil { return err }\n" +
		strings.Repeat("if err := g(); err != nil { println(err) }\n", n) +
		"return rows.Close()\n}\n"
}

// The work of one obligation grows with the function, not with its paths.
func TestStepsAreLinear(t *testing.T) {
	small, large := analyse(t, chain(50)).Stats, analyse(t, chain(500)).Stats
	assert.Zero(t, small.Dropped+large.Dropped)
	assert.LessOrEqual(t, large.Steps, 12*small.Steps, "steps of 50 and 500 branches: %d, %d", small.Steps, large.Steps)
}

// A function with many conditions that matter later is dropped and counted,
// not walked for ever.
func TestTooManyStatesAreDropped(t *testing.T) {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"database/sql\"\n\nfunc f(db *sql.DB, c []bool) {\n")
	for i := range 12 {
		fmt.Fprintf(&b, "c%d := c[%d]\n", i, i)
	}
	b.WriteString("rows, err := db.Query(\"q\")\nif err != nil { return }\n")
	for range 2 {
		for i := range 12 {
			fmt.Fprintf(&b, "if c%d { println(%d) }\n", i, i)
		}
	}
	b.WriteString("println(rows)\n}\n")
	res := analyse(t, b.String())
	assert.Equal(t, 2, res.Stats.Dropped, "the rows, and the parameter db")
	assert.Empty(t, res.Leaks)
	assert.Less(t, res.Stats.Steps, 50_000)
}

func TestDeterministic(t *testing.T) {
	src := chain(3) + "\nfunc g(db *sql.DB) (*sql.Rows, error) { return db.Query(\"q\") }\n" +
		"\nfunc h(db *sql.DB) { rows, _ := g(db); println(rows) }\n"
	show := func() string {
		res := analyse(t, src)
		out := fmt.Sprintf("%+v\n", res.Stats)
		for _, l := range res.Leaks {
			out += fmt.Sprintln(l.Site, l.Reason, l.Kind.Name)
		}
		var sums []string
		for fn, s := range res.Summaries {
			sums = append(sums, fmt.Sprintln(fn.Name(), *s))
		}
		slices.Sort(sums)
		return out + strings.Join(sums, "")
	}
	first := show()
	for range 5 {
		assert.Equal(t, first, show())
	}
	assert.Contains(t, first, "g {[] [{0 sql.rows [] [] false false}] false}")
}

func BenchmarkAnalyze(b *testing.B) {
	src := chain(200)
	for b.Loop() {
		analyse(b, src)
	}
}

// sites is a function that opens and closes n files, one after the other.
func sites(n int) string {
	return "package p\n\nimport \"os\"\n\nfunc f(name string) error {\n" +
		strings.Repeat("{ f, err := os.Open(name); if err != nil { return err }; if f.Name() == \"\" { println(name) }; f.Close() }\n", n) + "return nil\n}\n"
}

// Many sites in one function: the way to each is walked again, so the work is
// bounded by sites times the length of the function, and each by maxSteps. A
// function of more blocks than the engine takes is dropped and counted.
func TestManySitesAreBounded(t *testing.T) {
	small, large := analyse(t, sites(50)).Stats, analyse(t, sites(500)).Stats
	assert.Equal(t, 500, large.Sites)
	assert.Zero(t, large.Dropped)
	assert.LessOrEqual(t, large.Steps, 12*10*small.Steps, "steps of 50 and 500 sites: %d, %d", small.Steps, large.Steps)
	huge := analyse(t, sites(5000)).Stats
	assert.Equal(t, 1, huge.Dropped)
	assert.Zero(t, huge.Steps)
}

// nested is a function whose conditions stand in each other.
func nested(n int) string {
	return "package p\n\nimport \"os\"\n\nfunc f(name string, n int) error {\nf, err := os.Open(name)\nif err != nil { return err }\n" +
		strings.Repeat("if n > 0 { n--; println(n)\n", n) + strings.Repeat("}\n", n) + "return f.Close()\n}\n"
}

func TestDeepNestingIsLinear(t *testing.T) {
	small, large := analyse(t, nested(50)).Stats, analyse(t, nested(500)).Stats
	assert.LessOrEqual(t, large.Steps, 12*small.Steps+40_000, "steps of 50 and 500 levels: %d, %d", small.Steps, large.Steps)
}

// ring is n functions that call each other in a circle with an open file.
func ring(n int) string {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"os\"\n\nfunc f(name string) error {\nf, err := os.Open(name)\nif err != nil { return err }\nreturn f0(f, 1)\n}\n")
	for i := range n {
		fmt.Fprintf(&b, "func f%d(f *os.File, n int) error { if n == 0 { return f.Close() }; return f%d(f, n-1) }\n", i, (i+1)%n)
	}
	return b.String()
}

func TestRecursionIsLinear(t *testing.T) {
	small, large := analyse(t, ring(20)).Stats, analyse(t, ring(200)).Stats
	assert.LessOrEqual(t, large.Steps, 12*small.Steps, "steps of 20 and 200 functions: %d, %d", small.Steps, large.Steps)
}

// wide is an interface of n methods, its implementation, and a use of each.
func wide(n int) string {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"os\"\n\ntype wide interface {\n")
	for i := range n {
		fmt.Fprintf(&b, "\tOpen%d() (*os.File, error)\n", i)
	}
	b.WriteString("}\n\ntype impl struct{}\n\n")
	for i := range n {
		fmt.Fprintf(&b, "func (impl) Open%d() (*os.File, error) { return os.Open(\"x\") }\n", i)
	}
	for i := range n {
		fmt.Fprintf(&b, "func f%d(w wide) { if f, err := w.Open%d(); err == nil { f.Close() } }\n", i, i)
	}
	return b.String()
}

func TestWideInterfacesAreLinear(t *testing.T) {
	small, large := analyse(t, wide(50)).Stats, analyse(t, wide(500)).Stats
	assert.LessOrEqual(t, large.Steps, 12*small.Steps, "steps of 50 and 500 methods: %d, %d", small.Steps, large.Steps)
}
