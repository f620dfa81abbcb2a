package drivertest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/prodvet/prodvet/analyzers"
)

const leaseRow = `# file prodvet.yaml
resources:
  - {kind: lease, check: ioclose, type: "*lease.test.Lease", release: [Return], acquire: [{func: lease.test.Take}]}
`

const leaseCode = `package lease

type Lease struct{ n int }

func (l *Lease) Return() { l.n = 0 }

func Take() (*Lease, error) { return &Lease{1}, nil }

func use(work func() error) error {
	l, err := Take()
	if err != nil {
		return err
	}
	if err := work(); err != nil {
		return err
	}
	l.Return()
	return nil
}
`

// nogoDir, in the environment, makes this program a nogo for the module there.
const nogoDir = "PRODVET_NOGO_DIR"

// nogo sets the flags of its configuration on a check and on what it directly
// requires: so a check gets the rows of a configuration file.
func TestNogoFlags(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module lease.test\n\ngo 1.26\n")
	write(t, filepath.Join(dir, "lease.go"), leaseCode)
	stdout, stderr := run(t, dir, []string{nogoDir + "=" + dir}, os.Args[0])
	assert.Equal(t, "l is not released when work fails (it stays in use, one more per call)\n", stdout, stderr)
}

// nogoMain runs one check with leaseRow on the module in dir, and prints what it
// says.
func nogoMain(dir string) error {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Env: append(os.Environ(), "GOWORK=off"),
	}, "./...")
	if err != nil {
		return err
	}
	var check *analysis.Analyzer
	for _, e := range analyzers.Entries() {
		if e.Analyzer.Name == "ioclose" {
			check = e.Analyzer
		}
	}
	for _, a := range append([]*analysis.Analyzer{check}, check.Requires...) {
		if a.Flags.Lookup("config") != nil {
			if err := a.Flags.Set("config", leaseRow); err != nil {
				return err
			}
		}
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{check}, pkgs, nil)
	if err != nil {
		return err
	}
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			fmt.Println(d.Message)
		}
	}
	return nil
}
