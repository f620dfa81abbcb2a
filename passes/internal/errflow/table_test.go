package errflow

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLibrary(t *testing.T) {
	table, err := Library()
	require.NoError(t, err)
	assert.Equal(t, Write|Remote, table.effects["(*database/sql.DB).Exec"])
	assert.Equal(t, Write|Remote, table.effects["(github.com/jackc/pgx/v5.Tx).Commit"])
	assert.Equal(t, Read, table.effects["os.ReadFile"])
}

func TestTableErrors(t *testing.T) {
	tests := []struct{ yaml, want string }{
		{"- {package: p, efect: read}", `unknown field "efect"`},
		{"- {package: p, effect: rite, funcs: [F]}", `effect "rite": write read, write or remote`},
		{"- {package: p, effect: read, funcs: [F, F]}", "p.F is listed twice"},
	}
	for _, tt := range tests {
		_, err := parse("test.yaml", []byte(tt.yaml))
		assert.ErrorContains(t, err, tt.want)
		assert.ErrorContains(t, err, "test.yaml")
	}
}

func TestEffectString(t *testing.T) {
	assert.Equal(t, "read|remote", (Read | Remote).String())
	assert.Empty(t, Effect(0).String())
}
