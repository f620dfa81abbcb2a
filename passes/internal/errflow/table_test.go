package errflow

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/goccy/go-yaml"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/golit"
)

var update = flag.Bool("update", false, "make effects.go of effects.yaml")

// parse reads the table in its source form.
func parse(name string, data []byte) ([]row, error) {
	var rows []row
	if err := yaml.UnmarshalWithOptions(data, &rows, yaml.Strict()); err != nil {
		return nil, fmt.Errorf("%s: %s", name, yaml.FormatError(err, false, true))
	}
	_, err := build(name, rows)
	return rows, err
}

// The compiled table is what the YAML file says.
func TestLibraryIsFresh(t *testing.T) {
	data, err := os.ReadFile("effects.yaml")
	require.NoError(t, err)
	rows, err := parse("effects.yaml", data)
	require.NoError(t, err)
	want, err := golit.File("errflow", "effects", "effects.yaml", rows)
	require.NoError(t, err)
	if *update {
		require.NoError(t, os.WriteFile("effects.go", want, 0o600))
	}
	got, err := os.ReadFile("effects.go")
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "go test ./passes/internal/errflow -update makes effects.go anew")
}

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
