package typequery_test

import (
	"go/parser"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

func TestName(t *testing.T) {
	tests := []struct{ expr, want, reason string }{
		{`db.Ping`, `db.Ping`, "short"},
		{`c.Request.Context()`, `c.Request.Context()`, "short"},
		{`db.Where("a = ?", a).First`, `db.Where("a = ?", a).First`, "short enough with its arguments"},
		{"db.QueryRow(`select\n1`).Scan", `db.QueryRow(...).Scan`, "a message is one line"},
		{`database.DB.Where("tenant = ? and name like ?", t, like).First`, `database.DB.Where(...).First`, "arguments go first"},
		{`h.store.NewEntryQueryBuilder(user).WithStatus(a.B).WithCategory(c.ID).WithOffset(o).GetEntries`, `h.store.NewEntryQueryBuilder(...)...GetEntries`, "then the middle of a chain"},
		{`func() { a(); b(); c(); d(); e(); f(); g(); h() }`, `(func() literal)`, "as go/types has it"},
		{`fetch[map[string]map[string]map[string]map[string]int]`, `fetch[...]`, "type arguments"},
	}
	for _, tt := range tests {
		e, err := parser.ParseExpr(tt.expr)
		require.NoError(t, err)
		assert.Equal(t, tt.want, typequery.Name(e), tt.reason)
	}
}
