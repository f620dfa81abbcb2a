package analyzers_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/prodvet/prodvet/"

// arrows lists what a room may not import, with the reason. The longest
// matching room applies; prefixes end in "/" where they mean a tree.
var arrows = []struct {
	from      string
	forbidden []string
	reason    string
}{
	{"analyzers", []string{"cmd/", "passes/internal/"}, "the list knows checks, not engines or hosts"},
	{"cmd/internal/finding", []string{"analyzers", "passes/", "cmd/"}, "the neutral record depends on nothing of ours"},
	{"cmd/internal/report/", []string{"analyzers", "passes/", "golang.org/x/tools/"}, "a report reads findings only"},
	{"cmd/internal/driver", []string{"cmd/internal/report/", "passes/"}, "running and reporting are apart"},
	{"cmd/", []string{"passes/"}, "hosts get analyzers from the list"},
	{"passes/internal/conf", []string{"golang.org/x/tools/", "passes/", "analyzers"}, "rows of a file are data"},
	{"passes/internal/resource", []string{"golang.org/x/tools/", "passes/"}, "the table is data about types"},
	{"passes/internal/ownership", []string{"golang.org/x/tools/go/analysis", "passes/internal/diag", "passes/internal/edit"}, "the engine core is not a pass"},
	{"passes/internal/errflow", []string{"passes/internal/diag", "passes/internal/edit"}, "the engine core reports nothing"},
	{"passes/internal/envflow", []string{"passes/internal/diag", "passes/internal/edit"}, "the engine core reports nothing"},
	{"passes/internal/edit", []string{"passes/internal/resource"}, "a fix reads the engine's result"},
	{"passes/internal/leakpass", []string{"passes/internal/resource"}, "a check reads the engine's result"},
	{"passes/internal/diag", []string{"passes/internal/resource"}, "a message reads the engine's result"},
	{"passes/ownerfacts", []string{"passes/internal/edit"}, "a fact pass edits nothing"},
	{"passes/errfacts", []string{"passes/internal/edit"}, "a fact pass edits nothing"},
	{"passes/envfacts", []string{"passes/internal/edit"}, "a fact pass edits nothing"},
	{"passes/", []string{"analyzers", "cmd/", "passes/internal/ownership", "passes/internal/resource"}, "a check reads its fact pass"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestArrows(t *testing.T) {
	checked := 0
	for _, p := range list(t) {
		from := strings.TrimPrefix(p.ImportPath, module)
		for _, rule := range arrows {
			tree := strings.HasSuffix(rule.from, "/") && strings.HasPrefix(from, rule.from)
			if from != rule.from && !tree {
				continue
			}
			checked++
			for _, imp := range p.Imports {
				to := strings.TrimPrefix(imp, module)
				for _, f := range rule.forbidden {
					bad := to == strings.TrimSuffix(f, "/") || strings.HasPrefix(to, strings.TrimSuffix(f, "/")+"/")
					assert.False(t, bad && to != from, "%s imports %s: %s", from, to, rule.reason)
				}
			}
			break // the first rule is the narrowest
		}
	}
	assert.Greater(t, checked, 10, "no package matched: are the rooms renamed?")
}

// The helper packages of tests stay out of the product.
func TestHarnessIsForTests(t *testing.T) {
	for _, p := range list(t) {
		assert.NotContains(t, p.Imports, module+"passes/internal/passtest", p.ImportPath)
	}
}

func list(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	require.NoError(t, err)
	var pkgs []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var p pkg
		require.NoError(t, dec.Decode(&p))
		pkgs = append(pkgs, p)
	}
	return pkgs
}
