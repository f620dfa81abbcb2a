package sqlclose

import (
	_ "embed"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
)

//go:embed doc.go
var doc string

// Starting lists categories of level note: pools of which a program has one, in
// a function that opens it for its caller and fails afterwards. Mostly the
// program ends with that error.
var Starting = []string{"pgx4pool.pool.start", "pgxpool.pool.start", "sql.db.start", "sqlx.db.start"}

// Analyzer reports database resources that some path leaves open. The category
// of a finding is the kind of the resource ("sql.rows").
var Analyzer = leakpass.New("sqlclose", doc, Starting...)
