package driver

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// missing matches what the go command says of a go:embed pattern whose files
// were not built: a frontend, mostly. Nothing that prodvet looks at is in them.
var missing = regexp.MustCompile(`^pattern (?:all:)?(\S+): (no matching files found|cannot embed directory (\S+): contains no embeddable files)$`)

// maxEmbeds bounds the rounds in which missing files turn up: the go command
// names one of a package at a time.
const maxEmbeds = 20

// stubEmbeds gives the go command an empty file for each embedded one that is
// missing, through an overlay, and reports whether it did: if not, the failure of
// the go command stands. remove deletes what the overlay needs.
func (o *Options) stubEmbeds() (done bool, remove func()) {
	dir, err := os.MkdirTemp("", "prodvet-embed")
	if err != nil {
		return false, func() {}
	}
	remove = func() { _ = os.RemoveAll(dir) }
	empty := filepath.Join(dir, "empty")
	if os.WriteFile(empty, nil, 0o600) != nil {
		return false, remove
	}
	replace := make(map[string]string)
	for range maxEmbeds {
		before := len(replace)
		for _, p := range o.list() {
			for _, name := range p.missingEmbeds(o.absDir()) {
				stub(replace, name, empty)
			}
		}
		if len(replace) == before {
			break
		}
		text, err := json.Marshal(map[string]any{"Replace": replace})
		if err != nil {
			return false, remove
		}
		o.overlay = filepath.Join(dir, "overlay.json")
		if os.WriteFile(o.overlay, text, 0o600) != nil {
			return false, remove
		}
	}
	return len(replace) > 0, remove
}

// inside is the file that makes a directory of the overlay one with content; no
// pattern yields its name.
const inside = "prodvet-embed"

// stub adds a file to an overlay. Where the file of another pattern stands on its
// way, or it on the way of others (admin, and admin/static), that is a directory.
func stub(replace map[string]string, name, empty string) {
	for other := range replace {
		switch {
		case strings.HasPrefix(other, name+string(filepath.Separator)):
			name = filepath.Join(name, inside)
		case strings.HasPrefix(name, other+string(filepath.Separator)):
			delete(replace, other)
			replace[filepath.Join(other, inside)] = empty
		}
	}
	replace[name] = empty
}

// missingEmbeds returns the paths of files that would satisfy the patterns of the
// package, and of those it imports, which the go command complains of. It names
// the places of the latter from dir.
func (p listed) missingEmbeds(dir string) []string {
	var out []string
	if p.Error != nil {
		out = append(out, p.Error.missingEmbed(p.Dir)...)
	}
	for _, e := range p.DepsErrors {
		file, _, _ := strings.Cut(e.Pos, ".go:")
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		out = append(out, e.missingEmbed(filepath.Dir(file))...)
	}
	return out
}

// missingEmbed returns the path of a file that would satisfy the pattern in a
// file of dir, none for another error.
func (e *listError) missingEmbed(dir string) []string {
	m := missing.FindStringSubmatch(e.Err)
	if m == nil {
		return nil
	}
	name := strings.NewReplacer("*", "x", "?", "x", "[", "", "]", "").Replace(m[1])
	if m[3] != "" {
		name = m[3] + "/" + inside // the directory is there
	}
	return []string{filepath.Join(dir, filepath.FromSlash(name))}
}
