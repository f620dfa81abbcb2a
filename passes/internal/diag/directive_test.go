package diag_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
)

func directives(t *testing.T, src string) []diag.Directive {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", src, parser.ParseComments)
	require.NoError(t, err, src)
	return diag.Directives(&analysis.Pass{Fset: fset, Files: []*ast.File{f}})
}

func TestDirectives(t *testing.T) {
	got := directives(t, "package p\n\n//prodvet:ignore a,b why not\nvar X int\n\nvar Y int //prodvet:ignore c\n\n//prodvet:ignored\n//prodvet:ignore\n")
	require.Len(t, got, 3)
	assert.Equal(t, []string{"a", "b"}, got[0].Checks)
	assert.Equal(t, "why not", got[0].Reason)
	assert.Equal(t, []string{"c"}, got[1].Checks)
	assert.Empty(t, got[1].Reason)
	assert.Empty(t, got[2].Checks)
}

// FuzzDirective: the text behind the prefix becomes checks and a reason, whatever
// it is, and nothing of it is lost.
func FuzzDirective(f *testing.F) {
	for _, seed := range []string{" sqlclose reason", " a,b", "", " ", "\ta\t b ", " ,, x", "d", " é 𝛼"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\n\r\x00\ufeff") || strings.ToValidUTF8(text, "") != text {
			t.Skip("no comment of one line")
		}
		got := directives(t, "package p\n\n//prodvet:ignore"+text+"\nvar X int\n")
		if text != "" && text[0] != ' ' && text[0] != '\t' {
			assert.Empty(t, got, "another word")
			return
		}
		require.Len(t, got, 1)
		joined := strings.TrimSpace(strings.Join(got[0].Checks, ",") + " " + got[0].Reason)
		assert.Equal(t, strings.Join(strings.Fields(text), " "), joined)
	})
}
