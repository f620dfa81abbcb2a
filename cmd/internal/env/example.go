package env

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// example returns the text of a .env.example.
func example(vars []finding.Variable) string {
	var b strings.Builder
	for _, v := range vars {
		b.WriteString(line(v))
	}
	return b.String()
}

// line returns the lines of one variable: a comment, and its assignment.
func line(v finding.Variable) string {
	about := v.Type
	switch {
	case v.Required:
		about += ", required"
	case !v.HasDefault:
		about += ", optional"
	}
	return fmt.Sprintf("# %s; read in %s\n%s=%s\n", about, v.Places[0].File, v.Key, quote(public(v)))
}

var plain = regexp.MustCompile(`^[\w./:@,+?&=%-]*$`)

// quote writes a value so that a reader of .env files takes it literally.
func quote(s string) string {
	if plain.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// mention finds the name on a line of a file, also where it is commented out.
var mention = regexp.MustCompile(`(?m)^[ \t]*#?[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_.]*)[ \t]*=`)

// write adds the variables that the file lacks, all or none of them.
func write(name string, vars []finding.Variable) error {
	old, err := os.ReadFile(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	has := make(map[string]bool)
	for _, m := range mention.FindAllSubmatch(old, -1) {
		has[string(m[1])] = true
	}
	text := string(old)
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	for _, v := range vars {
		if !has[v.Key] {
			text += line(v)
		}
	}
	return replace(name, text)
}

// replace writes a file by way of another one, so that it is never half there.
func replace(name, text string) error {
	mode := fs.FileMode(0o644)
	if st, err := os.Stat(name); err == nil {
		mode = st.Mode().Perm()
	}
	tmp, err := os.CreateTemp(filepath.Dir(name), ".prodvet-env-*")
	if err != nil {
		return err
	}
	_, err = tmp.WriteString(text)
	err = errors.Join(err, tmp.Chmod(mode), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(tmp.Name()))
	}
	return nil
}
