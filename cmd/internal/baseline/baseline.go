// Package baseline keeps known findings in a file, so that only new ones fail a
// build.
package baseline

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/prodvet/prodvet/cmd/internal/finding"
)

// Name is the file that prodvet baseline write writes unless told otherwise.
const Name = ".prodvet-baseline.json"

const version = 1

// A Baseline is a multiset of findings.
type Baseline struct{ known []known }

// known is a finding without the place that every edit moves.
type known struct {
	Check    string `json:"check"`
	Category string `json:"category"`
	Package  string `json:"package"`
	Function string `json:"function"`
	Line     string `json:"line"` // hash of the source line
	Message  string `json:"message"`
	File     string `json:"file"` // for readers only
}

type document struct {
	Version  int               `json:"version"`
	Findings []json.RawMessage `json:"findings"`
}

// Of returns the baseline that holds the findings of a result.
func Of(res *finding.Result) Baseline {
	var b Baseline
	for _, f := range res.Findings {
		b.known = append(b.known, of(f))
	}
	return b
}

func of(f finding.Finding) known {
	return known{f.Check, f.Category, f.Package, f.Function, f.Line, f.Message, f.Position.File}
}

// rounds say what makes a finding the same as a known one, the surest way
// first: nothing moved but lines; the function was renamed or the package
// moved; the line was edited around the mistake.
var rounds = []func(known) string{
	func(k known) string { return key(k.Check, k.Category, k.Package, k.Function, k.Line) },
	func(k known) string { return key(k.Check, k.Category, k.Line, k.Message) },
	func(k known) string { return key(k.Check, k.Category, k.Package, k.Function, k.Message) },
}

func key(parts ...string) string { return strings.Join(parts, "\x00") }

// New returns the findings that the baseline does not hold, in their order.
// Each known finding stands for one.
func (b Baseline) New(findings []finding.Finding) []finding.Finding {
	matched := make([]bool, len(findings))
	left := slices.Clone(b.known)
	for _, round := range rounds {
		count := make(map[string]int)
		for _, k := range left {
			count[round(k)]++
		}
		used := make(map[string]int)
		for i, f := range findings {
			if k := round(of(f)); !matched[i] && count[k] > used[k] {
				matched[i] = true
				used[k]++
			}
		}
		left = slices.DeleteFunc(left, func(k known) bool {
			used[round(k)]--
			return used[round(k)] >= 0
		})
	}
	var out []finding.Finding
	for i, f := range findings {
		if !matched[i] {
			out = append(out, f)
		}
	}
	return out
}

// Write stores the baseline, one finding per line so that merges are easy. The
// file is there in full or as it was.
func (b Baseline) Write(name string) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "{\n  \"version\": %d,\n  \"findings\": [", version)
	for i, k := range b.known {
		line, err := json.Marshal(k)
		if err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte(',')
		}
		out.WriteString("\n    ")
		out.Write(line)
	}
	out.WriteString("\n  ]\n}\n")
	tmp, err := os.CreateTemp(filepath.Dir(name), ".prodvet-*")
	if err != nil {
		return fmt.Errorf("baseline: %w", err)
	}
	_, err = tmp.Write(out.Bytes())
	if closeErr := tmp.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Chmod(tmp.Name(), 0o644) // as any file of the repository
	}
	if err == nil {
		err = os.Rename(tmp.Name(), name)
	}
	if err != nil {
		_ = os.Remove(tmp.Name())
		return fmt.Errorf("baseline: %w", err)
	}
	return nil
}

// Read reads a baseline. Errors name the file, the line and what to do.
func Read(name string) (Baseline, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return Baseline{}, fmt.Errorf("baseline: %w; write one with prodvet baseline write", err)
	}
	b, err := Parse(data)
	if err != nil {
		return Baseline{}, fmt.Errorf("baseline %s:%w", name, err)
	}
	return b, nil
}

// Parse parses the text of a baseline. Its errors begin with a line number.
func Parse(data []byte) (Baseline, error) {
	const advice = "; write the file anew with prodvet baseline write"
	at := func(offset int64) int { return 1 + bytes.Count(data[:min(int(offset), len(data))], []byte("\n")) }
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var doc document
	if err := dec.Decode(&doc); err != nil {
		offset := dec.InputOffset()
		if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
			offset = syntax.Offset
		}
		return Baseline{}, fmt.Errorf("%d: %w%s", at(offset), err, advice)
	}
	if dec.More() {
		return Baseline{}, fmt.Errorf("%d: more text behind the document%s", at(dec.InputOffset()), advice)
	}
	if doc.Version != version {
		return Baseline{}, fmt.Errorf("1: version %d is not known, this prodvet reads version %d%s", doc.Version, version, advice)
	}
	var b Baseline
	from := 0
	for _, raw := range doc.Findings {
		from += max(bytes.Index(data[from:], raw), 0)
		dec := json.NewDecoder(bytes.NewReader(raw))
		dec.DisallowUnknownFields()
		var k known
		if err := dec.Decode(&k); err != nil {
			return Baseline{}, fmt.Errorf("%d: %w%s", at(int64(from)), err, advice)
		}
		if k.Check == "" {
			return Baseline{}, fmt.Errorf("%d: a finding needs check%s", at(int64(from)), advice)
		}
		b.known = append(b.known, k)
		from += len(raw)
	}
	return b, nil
}
