package ownership_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/ssa/ssautil"

	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/resource"
)

// The model is a small language of functions that open one file. What such a
// function does is enumerated: every value of its conditions and of the number
// of rounds of its loops. The engine has to report a leak exactly if one of
// those runs ends with the file open.

// A node is a statement of the language.
type node struct {
	op         op
	cond       int // index of a condition
	body, rest []node
}

type op byte

const (
	use       op = iota // f.Stat()
	closes              // f.Close()
	defers              // defer f.Close()
	returns             // return
	keeps               // kept = f
	branches            // if c { body } else { rest }
	loops               // for range n { body }
	deferLits           // defer func() { f.Close() }()
	helps               // release(f)
	asks                // look(f), which releases nothing
	ops
)

const (
	conditions = 3
	maxRounds  = 2
	maxNodes   = 24
)

// generator makes programs of bytes.
type generator struct {
	data  []byte
	nodes int
}

func (g *generator) next() byte {
	if len(g.data) == 0 {
		return 0
	}
	b := g.data[0]
	g.data = g.data[1:]
	return b
}

func (g *generator) block(depth int) []node {
	var out []node
	for n := int(g.next() % 4); n > 0 && g.nodes < maxNodes; n-- {
		g.nodes++
		b := g.next()
		x := node{op: op(b % byte(ops)), cond: int(b/16) % conditions}
		if x.op == branches || x.op == loops {
			if depth == 0 {
				x.op = use
			} else {
				x.body = g.block(depth - 1)
				if x.op == branches {
					x.rest = g.block(depth - 1)
				}
			}
		}
		out = append(out, x)
		if x.op == returns {
			break // what follows does not compile under vet
		}
	}
	return out
}

// source prints a program as Go.
func source(program []node) string {
	var b strings.Builder
	b.WriteString("package p\n\nimport \"os\"\n\nvar kept *os.File\n\nfunc release(f *os.File) { f.Close() }\n\nfunc look(f *os.File) { f.Stat() }\n\n" +
		"func f(c0, c1, c2 bool, n int) {\n\tf, err := os.Open(\"x\")\n\tif err != nil {\n\t\treturn\n\t}\n\tf.Name()\n")
	printBlock(&b, program, "\t")
	b.WriteString("}\n")
	return b.String()
}

func printBlock(b *strings.Builder, block []node, indent string) {
	for _, x := range block {
		switch x.op {
		case use:
			b.WriteString(indent + "f.Stat()\n")
		case closes:
			b.WriteString(indent + "f.Close()\n")
		case defers:
			b.WriteString(indent + "defer f.Close()\n")
		case deferLits:
			b.WriteString(indent + "defer func() { f.Close() }()\n")
		case helps:
			b.WriteString(indent + "release(f)\n")
		case asks:
			b.WriteString(indent + "look(f)\n")
		case returns:
			b.WriteString(indent + "return\n")
		case keeps:
			b.WriteString(indent + "kept = f\n")
		case branches:
			fmt.Fprintf(b, "%sif c%d {\n", indent, x.cond)
			printBlock(b, x.body, indent+"\t")
			b.WriteString(indent + "} else {\n")
			printBlock(b, x.rest, indent+"\t")
			b.WriteString(indent + "}\n")
		case loops:
			b.WriteString(indent + "for range n {\n")
			printBlock(b, x.body, indent+"\t")
			b.WriteString(indent + "}\n")
		}
	}
}

// A trace is one run of a program.
type trace struct {
	conds  [conditions]bool
	rounds int
	closed bool // now, or by a defer at the end
}

// run executes a block and reports whether the function goes on behind it.
func (t *trace) run(block []node) bool {
	for _, x := range block {
		switch x.op {
		case closes, defers, deferLits, keeps, helps:
			t.closed = true
		case returns:
			return false
		case branches:
			next := x.rest
			if t.conds[x.cond] {
				next = x.body
			}
			if !t.run(next) {
				return false
			}
		case loops:
			for range t.rounds {
				if !t.run(x.body) {
					return false
				}
			}
		}
	}
	return true
}

// leaks enumerates the runs of a program.
func leaks(program []node) bool {
	for bits := range 1 << conditions {
		for rounds := range maxRounds + 1 {
			t := trace{rounds: rounds}
			for i := range t.conds {
				t.conds[i] = bits>>i&1 == 1
			}
			t.run(program)
			if !t.closed {
				return true
			}
		}
	}
	return false
}

// modelled loads packages once for all programs.
var modelled = struct {
	fset *token.FileSet
	imp  types.Importer
}{fset: token.NewFileSet()}

func analyseModel(t testing.TB, src string) *ownership.Result {
	t.Helper()
	if modelled.imp == nil {
		modelled.imp = importer.ForCompiler(modelled.fset, "source", nil)
	}
	file, err := parser.ParseFile(modelled.fset, "p.go", src, parser.SkipObjectResolution)
	require.NoError(t, err, src)
	pkg, _, err := ssautil.BuildPackage(&types.Config{Importer: modelled.imp}, modelled.fset, types.NewPackage("p.test", "p"), []*ast.File{file}, 0)
	require.NoError(t, err, src)
	table, err := resource.Library()
	require.NoError(t, err)
	var funcs []*ssa.Function
	for _, name := range []string{"release", "look", "f"} {
		funcs = append(append(funcs, pkg.Func(name)), pkg.Func(name).AnonFuncs...)
	}
	return ownership.Analyze(ownership.Input{
		Version: "go1.26", Pkg: pkg.Pkg, Funcs: funcs, Table: table.ForPackage(),
		Analysed: func(*types.Package) bool { return false },
		Import:   func(*types.Func) (*ownership.Summary, bool) { return nil, false },
	})
}

// agree compares engine and model on one program, and reports whether it leaks.
func agree(t testing.TB, data []byte) bool {
	t.Helper()
	g := &generator{data: data}
	program := g.block(3)
	src := source(program)
	res := analyseModel(t, src)
	assert.Empty(t, res.Crashes, src)
	assert.Zero(t, res.Stats.Dropped, src)
	found := false
	for _, l := range res.Leaks {
		found = found || l.Reason != ownership.Deferred // a defer in a loop is another matter
	}
	assert.Equal(t, leaks(program), found, src)
	again := analyseModel(t, src)
	assert.Equal(t, res.Stats, again.Stats, src)
	assert.Len(t, again.Leaks, len(res.Leaks), src)
	return found
}

// FuzzModel holds the engine against the model.
func FuzzModel(f *testing.F) {
	for _, seed := range [][]byte{
		{1, 1}, {2, 5, 1, 1, 0, 1}, {3, 5, 1, 3, 0, 21, 1, 1, 1, 1}, {2, 6, 1, 1, 1}, {1, 7}, {2, 5, 1, 2, 0, 4}, {2, 6, 2, 5, 1, 3, 0, 0, 1},
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) { agree(t, data) })
}

// Five hundred programs, the same ones each time, of which many leak and many
// do not.
func TestModel(t *testing.T) {
	const programs = 500
	state, leaking := uint32(1), 0
	for range programs {
		data := make([]byte, 24)
		for i := range data {
			state = state*1664525 + 1013904223 // a linear congruential generator
			data[i] = byte(state >> 24)
		}
		if agree(t, data) {
			leaking++
		}
	}
	assert.Greater(t, leaking, programs/5)
	assert.Less(t, leaking, programs*4/5)
}
