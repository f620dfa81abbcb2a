package driver

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// The categories of findings that are failures of prodvet itself or of its
// configuration mirror those of diag, which this side of the house cannot import.
const (
	internalCategory = "internal-error"
	configCategory   = "config-error"
)

// The JSON that a vet tool prints per package: analyzer name to diagnostics,
// or to an error.
type (
	vetTree map[string]map[string]json.RawMessage

	vetError struct {
		Err string `json:"error"`
	}

	vetDiagnostic struct {
		Category string   `json:"category"`
		Posn     string   `json:"posn"`
		End      string   `json:"end"`
		Message  string   `json:"message"`
		Related  []vetRel `json:"related"`
		Fixes    []vetFix `json:"suggested_fixes"`
	}

	vetRel struct {
		Posn    string `json:"posn"`
		Message string `json:"message"`
	}

	vetFix struct {
		Message string `json:"message"`
		Edits   []struct {
			Filename string `json:"filename"`
			Start    int    `json:"start"`
			End      int    `json:"end"`
			New      string `json:"new"`
		} `json:"edits"`
	}
)

// parse reads the stream of JSON objects that go vet -json prints.
func (o Options) parse(r io.Reader) (*finding.Result, error) {
	res := new(finding.Result)
	ignores := make(directives)
	dec := json.NewDecoder(r)
	for {
		var tree vetTree
		if err := dec.Decode(&tree); errors.Is(err, io.EOF) {
			if o.Selection.Record {
				res.Findings = append(res.Findings, ignores.unused(o.Selection)...)
			}
			return res, nil
		} else if err != nil {
			return nil, err
		}
		res.Packages++
		if o.Progress != nil {
			o.Progress(res.Packages)
		}
		for _, pkg := range sortedKeys(tree) {
			for _, check := range sortedKeys(tree[pkg]) {
				if err := o.add(res, ignores, pkg, check, tree[pkg][check]); err != nil {
					return nil, err
				}
			}
		}
	}
}

// add records what one analyzer said of one package.
func (o Options) add(res *finding.Result, ignores directives, pkg, check string, raw json.RawMessage) error {
	pkg, _, _ = strings.Cut(pkg, " ") // "p [p.test]" is a variant of p
	var failure vetError
	if json.Unmarshal(raw, &failure) == nil && failure.Err != "" {
		res.Skipped = append(res.Skipped, finding.Skipped{Package: pkg, Reason: check + ": " + failure.Err})
		return nil
	}
	var diags []vetDiagnostic
	if err := json.Unmarshal(raw, &diags); err != nil {
		return fmt.Errorf("diagnostics of %s for %s: %w", check, pkg, err)
	}
	for _, d := range diags {
		if d.Category == configCategory {
			return usagef("%s", d.Message)
		}
		if d.Category == internalCategory {
			res.Skipped = append(res.Skipped, finding.Skipped{Package: pkg, Reason: d.Message})
			continue
		}
		f := d.finding(o.absDir(), pkg, check)
		if ignores.note(f) {
			continue
		}
		if e, ok := analyzers.Lookup(check); ok {
			f.Level = string(o.Config.LevelOf(e, d.Category))
		}
		if f.Level != string(analyzers.Note) || o.Selection.Notes {
			res.Findings = append(res.Findings, f)
		}
	}
	return nil
}

func (d vetDiagnostic) finding(dir, pkg, check string) finding.Finding {
	f := finding.Finding{
		Check: check, Category: d.Category, Message: d.Message, Package: pkg,
		Position: position(dir, d.Posn), End: position(dir, d.End),
	}
	for _, r := range d.Related {
		f.Related = append(f.Related, finding.Related{Position: position(dir, r.Posn), Message: r.Message})
	}
	for _, fix := range d.Fixes {
		out := finding.Fix{Message: fix.Message}
		for _, e := range fix.Edits {
			out.Edits = append(out.Edits, finding.Edit{File: relative(dir, e.Filename), Start: e.Start, End: e.End, New: e.New})
		}
		f.Fixes = append(f.Fixes, out)
	}
	return f
}

// position parses "file:line:col", or "file:line" behind a line directive without
// columns. A file name may hold colons itself.
func position(dir, posn string) finding.Position {
	rest, col := cutNumber(posn)
	file, line := cutNumber(rest)
	if line == 0 {
		file, line, col = rest, col, 0
	}
	return finding.Position{File: relative(dir, file), Line: line, Column: col}
}

func cutNumber(s string) (string, int) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0
	}
	n, err := strconv.Atoi(s[i+1:])
	if err != nil {
		return s, 0
	}
	return s[:i], n
}

// relative shortens a file name below dir; others (the module cache) stay absolute.
func relative(dir, file string) string {
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
		file = rel
	}
	return filepath.ToSlash(file)
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func hasPackage(s []finding.Skipped) bool {
	return slices.ContainsFunc(s, func(f finding.Skipped) bool { return f.Package != "" })
}

// explain turns an early failure of the go command into one line with advice.
func explain(stderr string) error {
	reason := "go vet failed without a message"
	if f := failures(stderr); len(f) > 0 {
		reason = f[0].Reason
	}
	advice := "check the package patterns; ./... means every package below the current directory"
	switch {
	case strings.Contains(reason, "go.mod file not found"), strings.Contains(reason, "does not contain main module"):
		advice = "run prodvet inside a module, or name one with -C dir"
	case strings.Contains(reason, "flag provided but not defined"):
		advice = "prodvet needs the go command of Go 1.26 or later"
	}
	return usagef("%s: %s", strings.TrimPrefix(reason, "go: "), advice)
}
