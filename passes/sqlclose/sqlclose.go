package sqlclose

import (
	_ "embed"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
)

//go:embed doc.go
var doc string

// Analyzer reports database resources that some path leaves open. The category
// of a finding is the kind of the resource ("sql.rows").
var Analyzer = leakpass.New("sqlclose", doc)
