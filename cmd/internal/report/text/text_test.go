package text_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/cmd/internal/finding"
	"github.com/prodvet/prodvet/cmd/internal/report/text"
)

// A file name or a piece of source in a message must not control the terminal.
func TestControlCharactersAreShownAsText(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, text.Write(&b, &finding.Result{Findings: []finding.Finding{{
		Check: "c", Level: "error", Message: "a \x1b[31mred\x07 b\nc",
		Position: finding.Position{File: "x\x1b.go", Line: 1, Column: 2},
	}}}))
	assert.Equal(t, "x?.go:1:2: error: a ?[31mred? b?c [c]\n", b.String())
}
