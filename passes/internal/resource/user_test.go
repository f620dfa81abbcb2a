package resource

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const userPackage = `package pool

type Conn struct{ Body int }

func (*Conn) Free() {}

type Pool struct{}

func (*Pool) Get() (*Conn, error) { return nil, nil }

func (*Pool) TryGet() (*Conn, bool) { return nil, false }

func Open(name string) (*Pool, string) { return nil, name }
`

func TestWithConfig(t *testing.T) {
	table, err := WithConfig("c.yaml", `
resources:
  - kind: pool.conn
    type: "*example.test/pool.Conn"
    acquire:
      - {func: "(*example.test/pool.Pool).Get"}
      - {func: "(*example.test/pool.Pool).TryGet", error: 1}
    release: [Free]
`)
	require.NoError(t, err)
	k := table.ByName("pool.conn")
	require.NotNil(t, k)
	assert.Equal(t, "ioclose", k.Check)
	assert.Equal(t, "conn", k.Noun)
	assert.Empty(t, table.Verify(loadUser(t)))

	get := loadUser(t)("example.test/pool").Scope().Lookup("Pool").Type()
	m, _, _ := types.LookupFieldOrMethod(types.NewPointer(get), true, nil, "Get")
	sites := table.Acquires(m.(*types.Func))
	require.Len(t, sites, 1)
	assert.Equal(t, 1, sites[0].Error, "the last result is the error")

	base, err := Library()
	require.NoError(t, err)
	assert.Nil(t, base.ByName("pool.conn"), "the library itself is not changed")
}

func TestWithConfigErrors(t *testing.T) {
	row := func(s string) string { return "resources:\n  - kind: os.file2\n    " + s + "\n" }
	tests := []struct{ name, text, want string }{
		{"unknown key", row("tipe: x"), `[3:5] unknown field "tipe"`},
		{"no release", row(`type: "*a.T"`), `c.yaml:2: kind "os.file2": acquire and release need at least one entry`},
		{"name taken", "resources:\n  - {kind: os.file}\n", `c.yaml:2: kind "os.file" exists already: write another name`},
		{"function taken", row(`{type: "*a.T", release: [Close], acquire: [{func: os.Open}]}`), "c.yaml"},
		{"bad lives", "resources:\n  - {kind: x, type: '*a.T', release: [Close], acquire: [{func: a.F}], lives: ever}\n", `lives is "ever": write process, main or nothing`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := WithConfig("c.yaml", tt.text)
			assert.ErrorContains(t, err, tt.want)
			assert.ErrorContains(t, err, "c.yaml")
		})
	}
}

func TestVerify(t *testing.T) {
	tests := []struct{ name, row, want string }{
		{"unknown function", `{kind: x, type: "*example.test/pool.Conn", release: [Free], acquire: [{func: "(*example.test/pool.Pool).Take"}]}`,
			`c.yaml:2: func "(*example.test/pool.Pool).Take" is not in package example.test/pool: write one of (*example.test/pool.Pool).Get, (*example.test/pool.Pool).TryGet`},
		{"unknown type", `{kind: x, type: "*example.test/pool.Con", release: [Free], acquire: [{func: "(*example.test/pool.Pool).Get"}]}`,
			`c.yaml:2: type "*example.test/pool.Con" is not in package example.test/pool`},
		{"unknown release", `{kind: x, type: "*example.test/pool.Conn", release: [Close], acquire: [{func: "(*example.test/pool.Pool).Get"}]}`,
			`*example.test/pool.Conn has no method Close`},
		{"result", `{kind: x, type: "*example.test/pool.Conn", release: [Free], acquire: [{func: "(*example.test/pool.Pool).Get", result: 2}]}`,
			`result 2 of (*example.test/pool.Pool).Get does not exist: write a number below 2`},
		{"error", `{kind: x, type: "*example.test/pool.Pool", release: [Get], acquire: [{func: example.test/pool.Open, error: 1}]}`,
			`result 1 of example.test/pool.Open is a string: write the index of an error or a bool, or -1`},
		{"field", `{kind: x, type: "*example.test/pool.Conn", field: Bodi, release: [Free], acquire: [{func: "(*example.test/pool.Pool).Get"}]}`,
			`*example.test/pool.Conn has no field Bodi`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			table, err := WithConfig("c.yaml", "resources:\n  - "+tt.row+"\n")
			require.NoError(t, err)
			errs := table.Verify(loadUser(t))
			require.Len(t, errs, 1)
			assert.ErrorContains(t, errs[0], tt.want)
		})
	}
}

func loadUser(t *testing.T) func(string) *types.Package {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "pool.go", userPackage, 0)
	require.NoError(t, err)
	pkg, err := new(types.Config).Check("example.test/pool", fset, []*ast.File{file}, nil)
	require.NoError(t, err)
	return func(path string) *types.Package {
		if path == pkg.Path() {
			return pkg
		}
		return nil
	}
}
