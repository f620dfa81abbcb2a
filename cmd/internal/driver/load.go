package driver

import (
	"encoding/json"
	"os/exec"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// A listed package is what go list -json says of one.
type listed struct {
	ImportPath string
	Dir        string
	ForTest    string
	Deps       []string
	Error      *listError
	DepsErrors []*listError
}

type listError struct {
	Pos string
	Err string
}

func (e *listError) reason() string {
	return strings.Join(strings.Fields(strings.TrimPrefix(e.Pos+": "+e.Err, ": ")), " ")
}

// list asks the go command for the packages of the run. It is asked only
// after a failure: on a large module it takes as long as a warm run.
func (o Options) list(flags ...string) []listed {
	args := append([]string{"list", "-e", "-json=ImportPath,Dir,ForTest,Deps,EmbedFiles,Error,DepsErrors"}, flags...)
	args = append(args, o.buildFlags()...)
	cmd := exec.Command("go", append(append(args, "--"), o.Patterns...)...)
	cmd.Dir = o.Dir
	out, err := cmd.Output()
	if err != nil {
		return nil // the failure that led here is shown already
	}
	var pkgs []listed
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if dec.Decode(&p) != nil {
			return pkgs
		}
		pkgs = append(pkgs, p)
	}
}

// loadable splits the packages of the run into those that the go command can
// load with their tests, and the others with the first reason of each.
func (o Options) loadable() (good []string, skipped []finding.Skipped) {
	reasons := make(map[string]string)
	var order []string
	for _, p := range o.list("-test") {
		name, _, _ := strings.Cut(p.ImportPath, " ")
		if p.ForTest != "" {
			name = p.ForTest
		} else if strings.HasSuffix(name, ".test") {
			continue
		}
		if !slices.Contains(order, name) {
			order = append(order, name)
		}
		if errs := append(p.DepsErrors, p.Error); errs[0] != nil && reasons[name] == "" {
			reasons[name] = errs[0].reason()
		}
	}
	for _, name := range order {
		if r := reasons[name]; r != "" {
			skipped = append(skipped, finding.Skipped{Package: name, Reason: r})
		} else {
			good = append(good, name)
		}
	}
	return good, skipped
}

// dependents names the packages that go vet passed over in silence because
// they import, directly or not, one that failed.
func (o Options) dependents(failed []finding.Skipped) []finding.Skipped {
	bad := make(map[string]bool)
	for _, f := range failed {
		if file, _, _ := strings.Cut(f.Reason, ":"); !strings.HasSuffix(file, "_test.go") {
			bad[f.Package] = true // nobody imports its tests
		}
	}
	var skipped []finding.Skipped
	for _, p := range o.list() {
		i := slices.IndexFunc(p.Deps, func(d string) bool { return bad[d] })
		if i >= 0 && !bad[p.ImportPath] {
			skipped = append(skipped, finding.Skipped{Package: p.ImportPath, Reason: "imports " + p.Deps[i] + ", which does not build"})
		}
	}
	return skipped
}
