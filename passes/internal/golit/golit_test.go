package golit

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

type row struct {
	Name   string
	Words  []string
	At     *int
	Off    bool
	hidden int
}

func TestFile(t *testing.T) {
	n := 2
	got, err := File("golit", "table", "rows.yaml", []row{{Name: "a\"", Words: []string{"x", "y"}, At: &n, hidden: 1}})
	require.NoError(t, err)
	assert.Equal(t, `// Code generated of rows.yaml by go test -update; DO NOT EDIT.

package golit

var table = []row{
	{
		Name: "a\"",
		Words: []string{
			"x",
			"y",
		},
		At: &numbers[3],
	},
}
`, string(got))
}
