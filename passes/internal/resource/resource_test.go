package resource_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/resource"
)

func TestLibraryLoads(t *testing.T) {
	table, err := resource.Library()
	require.NoError(t, err)
	for _, k := range table.Kinds() {
		assert.Contains(t, k.Why, "https://", "%s: why is a link", k.Name)
		assert.NotEmpty(t, k.Release, k.Name)
	}
	assert.NotNil(t, table.ByName("sql.rows"))
	assert.Nil(t, table.ByName("nope"))
}
