package diag

import (
	"go/types"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/analysis"
)

// Where a module stands says nothing of its packages.
func TestSample(t *testing.T) {
	for _, tt := range []struct {
		module, path string
		want         bool
	}{
		{"github.com/example/shop", "github.com/example/shop", false},
		{"github.com/example/shop", "github.com/example/shop/store", false},
		{"github.com/example/shop", "github.com/example/shop/examples/store", true},
		{"demo", "demo/store", false},
		{"demo", "demo/internal/mocks", true},
		{"test", "test_test", false},
		{"", "github.com/example/shop/store", false},
		{"", "github.com/acme/shop/examples", true},
		{"", "demo/store", false},
		{"", "shop/e2e", true},
		{"shop", "shop/cmd/web-demo", true},
		{"shop", "shop/cmd/shop-bench", true},
		{"shop", "shop/workbench", false},
	} {
		pass := &analysis.Pass{Pkg: types.NewPackage(tt.path, "p"), Module: &analysis.Module{Path: tt.module}}
		assert.Equal(t, tt.want, isSample(inModule(pass)), "%s in %q", tt.path, tt.module)
	}
}
