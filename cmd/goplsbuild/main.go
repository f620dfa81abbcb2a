// Command goplsbuild builds gopls, the language server of every Go editor, with
// prodvet in it:
//
//	go run github.com/prodvet/prodvet/cmd/goplsbuild -o gopls
//
// gopls loads no analyzers from outside, so one file joins a copy of its source
// that lives as long as the build. (The go command refuses an overlay over the
// module cache.) The versions are pinned, for the table of analyzers is internal
// to gopls and may change.
package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"

	"golang.org/x/mod/modfile"
)

var (
	//go:embed gopls.mod
	goMod []byte
	//go:embed gopls.sum
	goSum []byte
	//go:embed table.go.txt
	tableFile []byte
)

const (
	goplsModule = "golang.org/x/tools/gopls"
	ourModule   = "github.com/prodvet/prodvet"
	// table is the package of gopls that lists its analyzers.
	table = "internal/settings"
)

func main() {
	out := flag.String("o", "gopls", "write the server to `file`")
	version := flag.String("gopls", "", "gopls `version`; the pinned one if empty, others are not known to work")
	source := flag.String("prodvet", "", "`dir` of prodvet's source; found through the go command if empty")
	flag.Parse()
	if flag.NArg() > 0 {
		fail(fmt.Errorf("unexpected argument %q: goplsbuild takes flags only", flag.Arg(0)))
	}
	if err := build(*out, *version, *source); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "goplsbuild:", err)
	os.Exit(1)
}

// build makes a throw-away module that requires gopls and prodvet, and builds
// gopls in it.
func build(out, version, source string) (err error) {
	pinned, err := pinnedVersion()
	if err != nil {
		return err
	}
	if version != "" && version != pinned {
		return fmt.Errorf("gopls %s is not known to work with this prodvet: build it with -gopls %s, or take a prodvet that knows %s", version, pinned, version)
	}
	out, err = filepath.Abs(out)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "goplsbuild")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	if err := writeModule(dir, source); err != nil {
		return err
	}
	if err := copyGopls(dir, pinned); err != nil {
		return err
	}
	cmd := command(dir, "build", "-o", out, goplsModule)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("building gopls %s with prodvet: %w", pinned, err)
	}
	return nil
}

// pinnedVersion returns the version of gopls that gopls.mod requires.
func pinnedVersion() (string, error) {
	f, err := modfile.Parse("gopls.mod", goMod, nil)
	if err != nil {
		return "", err
	}
	for _, r := range f.Require {
		if r.Mod.Path == goplsModule {
			return r.Mod.Version, nil
		}
	}
	return "", fmt.Errorf("gopls.mod does not require %s", goplsModule)
}

// writeModule writes the module, with prodvet replaced by its source or, if
// there is none at hand, required at the version of this program.
func writeModule(dir, source string) error {
	f, err := modfile.Parse("gopls.mod", goMod, nil)
	if err != nil {
		return err
	}
	if source == "" {
		source = ourSource()
	}
	if source == "" {
		return errors.New("the source of prodvet is not at hand: run goplsbuild in a clone of it, or name one with -prodvet")
	}
	if source, err = filepath.Abs(source); err != nil {
		return err
	}
	if err := f.AddReplace(ourModule, "", source, ""); err != nil {
		return err
	}
	text, err := f.Format()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), text, 0o600); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "go.sum"), goSum, 0o600)
}

// ourSource returns the directory of prodvet's source: that of the module in
// which goplsbuild runs if it is or requires prodvet, or that of the module
// cache if the program was built from there.
func ourSource() string {
	if dir := moduleDir(ourModule); dir != "" {
		return dir
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Path == ourModule && info.Main.Version != "" {
		var m struct{ Dir string }
		out, err := exec.Command("go", "mod", "download", "-json", ourModule+"@"+info.Main.Version).Output()
		if err == nil && json.Unmarshal(out, &m) == nil {
			return m.Dir
		}
	}
	return ""
}

func moduleDir(module string) string {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// copyGopls copies the source of gopls into the module, adds the file that joins
// prodvet to its table, and puts the copy in its place.
func copyGopls(dir, version string) error {
	out, err := command(dir, "mod", "download", "-json", goplsModule+"@"+version).Output()
	if err != nil {
		return fmt.Errorf("downloading gopls %s: %w", version, explain(err))
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return err
	}
	mine := filepath.Join(dir, "gopls")
	if err := os.CopyFS(mine, os.DirFS(module.Dir)); err != nil {
		return err
	}
	if _, err := os.Stat(filepath.Join(mine, table, "analysis.go")); err != nil {
		return fmt.Errorf("this gopls keeps its analyzers elsewhere: %w", err)
	}
	if err := os.WriteFile(filepath.Join(mine, table, "zz_prodvet.go"), tableFile, 0o600); err != nil {
		return err
	}
	_, err = command(dir, "mod", "edit", "-replace="+goplsModule+"=./gopls").Output()
	return explain(err)
}

// command returns a go command in the throw-away module.
func command(dir string, args ...string) *exec.Cmd {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod")
	return cmd
}

// explain adds what a go command wrote to standard error.
func explain(err error) error {
	if e, ok := errors.AsType[*exec.ExitError](err); ok && len(e.Stderr) > 0 {
		return fmt.Errorf("%w: %s", err, strings.TrimSpace(string(e.Stderr)))
	}
	return err
}
