package baseline_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/cmd/internal/baseline"
	"github.com/prodvet/prodvet/cmd/internal/finding"
)

func one(change func(*finding.Finding)) finding.Finding {
	f := finding.Finding{
		Check: "c", Category: "k", Package: "m/p", Function: "F", Line: "l", Message: "x is open",
		Position: finding.Position{File: "p/f.go", Line: 10, Column: 2},
	}
	if change != nil {
		change(&f)
	}
	return f
}

func TestWhatStaysTheSame(t *testing.T) {
	tests := []struct {
		name   string
		change func(*finding.Finding)
		known  bool
	}{
		{"nothing", nil, true},
		{"moved line", func(f *finding.Finding) { f.Position.Line = 99 }, true},
		{"renamed file", func(f *finding.Finding) { f.Position.File = "p/g.go" }, true},
		{"renamed function", func(f *finding.Finding) { f.Function = "G" }, true},
		{"moved package", func(f *finding.Finding) { f.Package = "m/q" }, true},
		{"another message of ours", func(f *finding.Finding) { f.Message = "x stays open" }, true},
		{"edited line", func(f *finding.Finding) { f.Line = "other" }, true},
		{"edited line in a renamed function", func(f *finding.Finding) { f.Line, f.Function = "other", "G" }, false},
		{"another line and message", func(f *finding.Finding) { f.Line, f.Message = "other", "y is open" }, false},
		{"another check", func(f *finding.Finding) { f.Check = "d" }, false},
		{"another category", func(f *finding.Finding) { f.Category = "j" }, false},
	}
	b := baseline.Of(&finding.Result{Findings: []finding.Finding{one(nil)}})
	for _, tt := range tests {
		assert.Equal(t, tt.known, len(b.New([]finding.Finding{one(tt.change)})) == 0, tt.name)
	}
}

// Each known finding stands for one, and the surest match goes first.
func TestEachStandsForOne(t *testing.T) {
	b := baseline.Of(&finding.Result{Findings: []finding.Finding{one(nil), one(nil)}})
	renamed := one(func(f *finding.Finding) { f.Function = "G" })
	left := b.New([]finding.Finding{renamed, one(nil), one(nil)})
	assert.Equal(t, []finding.Finding{renamed}, left)
	assert.Empty(t, b.New(nil))
	assert.Len(t, baseline.Baseline{}.New([]finding.Finding{one(nil)}), 1)
}

func TestFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "b.json")
	b := baseline.Of(&finding.Result{Findings: []finding.Finding{one(nil), one(func(f *finding.Finding) { f.Check = "d" })}})
	require.NoError(t, b.Write(name))
	got, err := baseline.Read(name)
	require.NoError(t, err)
	assert.Equal(t, b, got)
	_, err = baseline.Read(name + ".none")
	assert.ErrorContains(t, err, "prodvet baseline write")
	entries, err := os.ReadDir(filepath.Dir(name))
	require.NoError(t, err)
	assert.Len(t, entries, 1, "no temporary file stays")
	assert.ErrorContains(t, b.Write(filepath.Join(name, "x")), "baseline")
}

// Mistakes in the file are errors with a line and advice.
func TestMistakes(t *testing.T) {
	tests := []struct{ text, want string }{
		{"", "1: EOF"},
		{"{\n\"version\": 1,\n\"findings\": [\n{\"check\": \"c\",}\n]}", "4: invalid character"},
		{"{\"version\": 7}", "1: version 7 is not known"},
		{"{\"version\": 1, \"x\": 2}", `unknown field "x"`},
		{"{\"version\": 1,\n\"findings\": [\n{\"check\": \"c\"},\n{\"chek\": \"c\"}\n]}", `4: json: unknown field "chek"`},
		{"{\"version\": 1,\n\"findings\": [\n{\"category\": \"c\"}]}", "3: a finding needs check"},
		{"{\"version\": 1}\n{}", "more text behind the document"},
	}
	for _, tt := range tests {
		_, err := baseline.Parse([]byte(tt.text))
		require.Error(t, err, tt.text)
		assert.ErrorContains(t, err, tt.want)
		assert.ErrorContains(t, err, "prodvet baseline write")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`{"version": 1, "findings": [{"check": "c", "category": "k"}]}`))
	f.Add([]byte(`{"version": 1,` + "\n" + `"findings": [{"chek": "c"}, 1, null]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := baseline.Parse(data)
		if err != nil {
			assert.Regexp(t, `^\d+: `, err.Error())
			return
		}
		name := filepath.Join(t.TempDir(), "b.json")
		require.NoError(t, b.Write(name))
		again, err := baseline.Read(name)
		require.NoError(t, err)
		assert.Equal(t, b, again)
	})
}
