package driver

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// RunAt analyses the module as it was at a git revision. The repository is not
// touched: the revision is unpacked into a temporary directory.
func RunAt(o Options, revision string) (*finding.Result, error) {
	top, err := o.git("rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	below, err := o.git("rev-parse", "--show-prefix")
	if err != nil {
		return nil, err
	}
	root, err := os.MkdirTemp("", "prodvet-base")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(root) }()
	whole := o
	whole.Dir = strings.TrimSpace(string(top))
	archive, err := whole.git("archive", "--format=tar", "--end-of-options", revision)
	if err != nil {
		return nil, err
	}
	if err := unpack(archive, root); err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", revision, err)
	}
	o.Dir = filepath.Join(root, strings.TrimSpace(string(below)))
	if _, err := os.Stat(o.Dir); err != nil {
		return new(finding.Result), nil // the directory is new, and all that is in it
	}
	res, err := Run(o)
	if _, usage := errors.AsType[*UsageError](err); usage {
		o.Patterns = []string{"./..."} // a package may be new
		res, err = Run(o)
	}
	if usage, ok := errors.AsType[*UsageError](err); ok {
		return nil, usagef("at revision %s: %s", revision, usage.msg)
	}
	return res, err
}

// git runs git in the directory of the run.
func (o Options) git(args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = o.Dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if _, exited := errors.AsType[*exec.ExitError](err); exited {
		first, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return nil, usagef("-base needs a git repository and a revision of it: %s", first)
	}
	if err != nil {
		return nil, usagef("-base needs the git command: %v", err)
	}
	return out, nil
}

// unpack writes the regular files of a tar archive below dir. os.Root keeps
// names with ".." from leaving it.
func unpack(archive []byte, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	for r := tar.NewReader(bytes.NewReader(archive)); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		if err := root.MkdirAll(filepath.Dir(filepath.FromSlash(h.Name)), 0o755); err != nil {
			return err
		}
		data, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := root.WriteFile(filepath.FromSlash(h.Name), data, 0o644); err != nil {
			return err
		}
	}
}
