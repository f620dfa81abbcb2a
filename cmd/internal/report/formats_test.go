package report_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/report"
)

const src = `package a

func names() error {
	/* é𝛼 */ rows := open()
	rows.Next()
	return nil
}
`

// sample is a run with one finding that has everything and one that is bare.
func sample(t *testing.T) *finding.Result {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "a.go"), []byte(src), 0o644))
	at := strings.Index(src, "rows :=")
	column := at - strings.LastIndex(src[:at], "\n")
	end := at + len("rows := open()")
	return &finding.Result{
		Dir: dir,
		Rules: []finding.Rule{
			{Name: "sqlclose", Summary: "report rows", Page: "# sqlclose", URL: "https://example.test/sqlclose", Group: "resources", Level: "error", Event: "the pool runs dry", Instead: "defer rows.Close()"},
			{Name: "ctxless", Summary: "report calls", Page: "# ctxless", URL: "https://example.test/ctxless", Group: "time", Level: "warning", Event: "the other side hangs", Instead: "f(ctx)"},
		},
		Findings: []finding.Finding{
			{Check: "ctxless", Category: "sql", Level: "warning", Message: "f [x] ignores\x1b, 100%", Package: "m/a", Fingerprint: "f2",
				Position: finding.Position{File: "a.go", Line: 5, Column: 2}, End: finding.Position{File: "a.go", Line: 6, Column: 3}},
			{Check: "sqlclose", Category: "sql.rows", Level: "error", Message: "rows is open", Package: "m/a", Function: "names", Fingerprint: "f1",
				Position: finding.Position{File: "a.go", Line: 4, Column: column}, End: finding.Position{File: "a.go", Line: 4, Column: column + 14},
				Related: []finding.Related{{Position: finding.Position{File: "a.go", Line: 6, Column: 2}, Message: "it ends here"}},
				Fixes:   []finding.Fix{{Message: "Insert it", Edits: []finding.Edit{{File: "a.go", Start: end, End: end, New: "\ndefer rows.Close()"}}}}},
		},
		Skipped: []finding.Skipped{{Package: "m/b", Reason: "does not build"}},
	}
}

func print(t *testing.T, format string, r *finding.Result) string {
	t.Helper()
	f, ok := report.Lookup(format)
	require.True(t, ok)
	var b bytes.Buffer
	require.NoError(t, f.Write(&b, r))
	return b.String()
}

// Every format takes the empty result, is the same each time, and does not let
// a message control the terminal.
func TestEveryFormat(t *testing.T) {
	for _, f := range report.Formats {
		print(t, f.Name, &finding.Result{})
		r := sample(t)
		first := print(t, f.Name, r)
		assert.Equal(t, first, print(t, f.Name, r), f.Name)
		assert.NotContains(t, first, "\x1b", f.Name)
		assert.Equal(t, f.Complete, strings.Contains(first, "does not build"), f.Name)
	}
	_, ok := report.Lookup("nope")
	assert.False(t, ok)
}

func TestGitHub(t *testing.T) {
	assert.Equal(t, `::warning file=a.go,line=5,endLine=6,title=prodvet ctxless::f [x] ignores?, 100%25
::error file=a.go,line=4,col=15,endColumn=29,title=prodvet sqlclose::rows is open%0Aa.go:6: it ends here
`, print(t, "github", sample(t)))
}

// The document is valid by the official schema, which the library carries.
func TestSARIF(t *testing.T) {
	for _, r := range []*finding.Result{sample(t), {}} {
		doc, err := sarif.FromString(print(t, "sarif", r))
		require.NoError(t, err)
		require.NoError(t, doc.Validate())
	}
	doc, err := sarif.FromString(print(t, "sarif", sample(t)))
	require.NoError(t, err)
	run := doc.Runs[0]
	require.Len(t, run.Tool.Driver.Rules, 2)
	assert.Equal(t, "very-high", run.Tool.Driver.Rules[0].Properties.Properties["precision"])
	assert.Equal(t, []string{"production", "resources"}, run.Tool.Driver.Rules[0].Properties.Tags)
	assert.False(t, *run.Invocations[0].ExecutionSuccessful)

	bare, full := run.Results[0], run.Results[1]
	assert.Equal(t, `f \[x\] ignores`+"\x1b"+`, 100%`, *bare.Message.Text)
	assert.Empty(t, bare.CodeFlows)
	assert.Equal(t, 0, full.RuleIndex)
	assert.Equal(t, "rows is open\n[it ends here](1)", *full.Message.Text)
	assert.Equal(t, map[string]string{"prodvet/v1": "f1"}, full.PartialFingerprints)
	region := full.Locations[0].PhysicalLocation.Region
	assert.Equal(t, 12, *region.StartColumn, "columns count UTF-16 units: two bytes of é are one, four of 𝛼 are two")
	assert.Equal(t, 26, *region.EndColumn)
	assert.Equal(t, 1, full.RelatedLocations[0].ID)
	steps := full.CodeFlows[0].ThreadFlows[0].Locations
	require.Len(t, steps, 2)
	assert.Equal(t, 6, *steps[1].Location.PhysicalLocation.Region.StartLine)
	replaced := full.Fixes[0].ArtifactChanges[0].Replacements[0]
	assert.Equal(t, "\ndefer rows.Close()", *replaced.InsertedContent.Text)
	assert.Equal(t, strings.Index(src, "\n\trows.Next"), replaced.DeletedRegion.ByteOffset)
}

// The surest comes first, with its path and a formatted diff; what has no edit
// gets the example of the documentation.
func TestAgent(t *testing.T) {
	var doc struct {
		Summary  string
		Omitted  int
		Findings []struct {
			Check, ID, Code, Event string
			Path                   []string
			Fix                    struct{ How, Diff, Example string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(print(t, "agent", sample(t))), &doc))
	assert.Equal(t, "2 findings; 1 packages or passes were not analysed", doc.Summary)
	first, second := doc.Findings[0], doc.Findings[1]
	assert.Equal(t, "sqlclose", first.Check)
	assert.Equal(t, "f1", first.ID)
	assert.Equal(t, "the pool runs dry", first.Event)
	assert.Equal(t, []string{"a.go:6: it ends here"}, first.Path)
	assert.Equal(t, "--- a/a.go\n+++ b/a.go\n@@ -4,2 +4,3 @@\n \t/* é𝛼 */ rows := open()\n+\tdefer rows.Close()\n \trows.Next()\n", first.Fix.Diff)
	assert.Equal(t, "f(ctx)", second.Fix.Example)
	assert.Contains(t, second.Fix.How, "prodvet explain ctxless")

	many := sample(t)
	for range 30 {
		many.Findings = append(many.Findings, many.Findings[0])
	}
	require.NoError(t, json.Unmarshal([]byte(print(t, "agent", many)), &doc))
	assert.Len(t, doc.Findings, 20)
	assert.Equal(t, 12, doc.Omitted)
}
