package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/report/json"
)

func TestEmptyListsAreNotNull(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, json.Write(&b, &finding.Result{Findings: []finding.Finding{{Check: "c"}}}))
	assert.NotContains(t, b.String(), "null")
}

// Every key of the document is described in docs/json.md.
func TestDocumented(t *testing.T) {
	var b bytes.Buffer
	full := finding.Finding{
		Related: []finding.Related{{}},
		Fixes:   []finding.Fix{{Edits: []finding.Edit{{}}}},
	}
	require.NoError(t, json.Write(&b, &finding.Result{Findings: []finding.Finding{full}, Skipped: []finding.Skipped{{}}}))
	var doc any
	require.NoError(t, stdjson.Unmarshal(b.Bytes(), &doc))
	page, err := os.ReadFile("../../../../docs/json.md")
	require.NoError(t, err)
	for _, key := range keys(doc) {
		assert.Regexp(t, "`[a-z_.\\[\\]]*\\b"+key+"`", string(page), "docs/json.md does not describe %q", key)
	}
}

func keys(v any) []string {
	var out []string
	switch v := v.(type) {
	case map[string]any:
		for k, e := range v {
			out = append(append(out, k), keys(e)...)
		}
	case []any:
		for _, e := range v {
			out = append(out, keys(e)...)
		}
	}
	return out
}
