// Package source answers questions about the files that findings are in: their
// lines, their columns in other units, and the function around a line.
package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// Files reads each file once.
type Files struct {
	dir   string
	cache map[string]*file
}

// New returns the files below dir; names that are absolute stay so.
func New(dir string) *Files {
	return &Files{dir: dir, cache: make(map[string]*file)}
}

type file struct {
	data  []byte
	lines []string
	funcs []function
}

// A function is a declaration at the top of a file, and its lines.
type function struct {
	name       string
	start, end int
}

// Text returns the content of a file, nil if it cannot be read.
func (f *Files) Text(name string) []byte { return f.get(name).data }

// Line returns the n-th line, counted from 1, without its end; "" if there is
// none.
func (f *Files) Line(name string, n int) string {
	lines := f.get(name).lines
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}

// Column16 turns a column that counts bytes into one that counts UTF-16 code
// units, as SARIF does by default.
func (f *Files) Column16(name string, line, column int) int {
	text := f.Line(name, line)
	if column < 1 || column-1 > len(text) {
		return column
	}
	return len(utf16.Encode([]rune(text[:column-1]))) + 1
}

// Function names the declaration around a line: "F", "T.M" or "" outside of
// functions.
func (f *Files) Function(name string, line int) string {
	for _, fn := range f.get(name).funcs {
		if fn.start <= line && line <= fn.end {
			return fn.name
		}
	}
	return ""
}

func (f *Files) get(name string) *file {
	if got, ok := f.cache[name]; ok {
		return got
	}
	path := filepath.FromSlash(name)
	if !filepath.IsAbs(path) {
		path = filepath.Join(f.dir, path)
	}
	got := new(file)
	f.cache[name] = got
	data, err := os.ReadFile(path)
	if err != nil {
		return got // gone since the run: its lines are unknown
	}
	got.data = data
	for line := range strings.Lines(string(data)) {
		got.lines = append(got.lines, strings.TrimRight(line, "\r\n"))
	}
	got.funcs = functions(data)
	return got
}

// functions lists what a Go file declares. A file that does not parse has
// what comes before the mistake.
func functions(data []byte) []function {
	fset := token.NewFileSet()
	parsed, _ := parser.ParseFile(fset, "", data, parser.SkipObjectResolution)
	if parsed == nil {
		return nil
	}
	line := func(p token.Pos) int { return fset.PositionFor(p, false).Line }
	var out []function
	for _, d := range parsed.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok {
			continue
		}
		name := fn.Name.Name
		if fn.Recv != nil && len(fn.Recv.List) > 0 {
			name = receiver(fn.Recv.List[0].Type) + "." + name
		}
		out = append(out, function{name, line(fn.Pos()), line(fn.End())})
	}
	return out
}

// receiver returns the name of a receiver's type, without pointer and type
// parameters.
func receiver(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.StarExpr:
		return receiver(e.X)
	case *ast.ParenExpr:
		return receiver(e.X)
	case *ast.IndexExpr:
		return receiver(e.X)
	case *ast.IndexListExpr:
		return receiver(e.X)
	case *ast.Ident:
		return e.Name
	}
	return "_"
}
