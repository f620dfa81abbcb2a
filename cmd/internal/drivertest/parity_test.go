package drivertest_test

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The tests of the checks are the corpus: each is a module.
func corpus(t *testing.T) []string {
	files, err := filepath.Glob("../../../passes/*/testdata/go.mod")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	dirs := []string{shop(t)}
	for _, f := range files {
		dir, err := filepath.Abs(filepath.Dir(f))
		require.NoError(t, err)
		dirs = append(dirs, dir)
	}
	return dirs
}

// The same code has the same findings in every host, cold and warm.
func TestParity(t *testing.T) {
	total := 0
	for _, dir := range corpus(t) {
		t.Run(filepath.Base(filepath.Dir(dir)), func(t *testing.T) { total += parity(t, dir) })
	}
	t.Logf("%d findings in each host", total)
	assert.Greater(t, total, 500)
}

// moreModules names directories of modules, separated as in PATH: checkouts of
// public services, on which the hosts are to be compared.
const moreModules = "PRODVET_PARITY"

// The hosts agree on whole programs: this one, if nobody names others.
func TestParityOfServices(t *testing.T) {
	dirs := filepath.SplitList(os.Getenv(moreModules))
	if len(dirs) == 0 {
		self, err := filepath.Abs("../../..")
		require.NoError(t, err)
		dirs = append(dirs, self)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) { parity(t, dir) })
	}
}

// parity compares the findings of the hosts in the module of dir, and returns
// their number. An editor shows those of the default levels.
func parity(t *testing.T, dir string) int {
	want, shown := byCommand(t, dir, "all"), byCommand(t, dir, "default")
	same(t, want, byCommand(t, dir, "all"), "the command, a second time")
	same(t, want, byVet(t, dir), "go vet")
	same(t, want, byNogo(t, dir), "nogo")
	same(t, want, byGolangci(t, dir, "{checks: [all]}"), "golangci-lint")
	same(t, shown, byGopls(t, dir), "gopls")
	t.Logf("%d findings in each host, %d of them in gopls", len(want), len(shown))
	return len(want)
}

// same compares two sets and shows what only one of them has.
func same(t *testing.T, want, got set, host string) {
	t.Helper()
	for _, f := range slices.Sorted(maps.Keys(want)) {
		assert.True(t, got[f], "%s lacks %s", host, f)
	}
	for _, f := range slices.Sorted(maps.Keys(got)) {
		assert.True(t, want[f], "only %s has %s", host, f)
	}
}

// Settings in .golangci.yml are those of .prodvet.yaml, or name such a file.
func TestGolangciSettings(t *testing.T) {
	dir := shop(t)
	checks := func(settings string) string {
		var names []string
		for f := range byGolangci(t, dir, settings) {
			names = append(names, strings.Split(f, ": ")[1])
		}
		slices.Sort(names)
		return strings.Join(slices.Compact(names), " ")
	}
	assert.Equal(t, "ctxless envfallback rowserr sqlclose swallowederr", checks("{}"))
	assert.Equal(t, "ctxless rowserr", checks("{checks: [ctxless, rowserr]}"))
	assert.Equal(t, "ctxless envfallback rowserr swallowederr", checks("{paths: [{path: store/..., ignore: [sqlclose]}]}"))
	assert.Equal(t, "ctxless rowserr", checks("{levels: {sqlclose: off, swallowederr: note}, checks: [-envfallback]}"))
	write(t, filepath.Join(dir, "p.yaml"), "checks: [rowserr]\n")
	assert.Equal(t, "rowserr", checks("{config: p.yaml}"))
}

func TestGolangciSettingsErrors(t *testing.T) {
	dir := shop(t)
	for _, tt := range []struct{ settings, want string }{
		{"{check: [all]}", `unknown field "check"`},
		{"{checks: [nope]}", `unknown check "nope": write one of ctxless`},
		{"{levels: {nope: off}}", `levels: unknown check "nope"`},
		{"{config: none.yaml}", "none.yaml"},
		{"{config: p.yaml, checks: [all]}", "config stands beside other keys"},
		{"{resources: [{kind: a.b}]}", "settings in .golangci.yml"},
	} {
		config := filepath.Join(t.TempDir(), "golangci.yml")
		write(t, config, fmt.Sprintf(golangciConfig, tt.settings))
		_, stderr := run(t, dir, nil, golangci, "run", "--config="+config, "./...")
		assert.Contains(t, stderr, tt.want, tt.settings)
	}
}

// --fix applies our fixes, and the result compiles and has none left.
func TestGolangciFix(t *testing.T) {
	dir := shop(t)
	config := filepath.Join(t.TempDir(), "golangci.yml")
	write(t, config, fmt.Sprintf(golangciConfig, "{checks: [sqlclose]}"))
	run(t, dir, nil, golangci, "run", "--fix", "--config="+config, "./...")
	assert.Empty(t, byGolangci(t, dir, "{checks: [sqlclose]}"))
	build := exec.Command("go", "build", "./...")
	build.Dir = dir
	out, err := build.CombinedOutput()
	assert.NoError(t, err, string(out))
}
