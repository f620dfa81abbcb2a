package httpclose

import (
	_ "embed"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
)

//go:embed doc.go
var doc string

// Analyzer reports HTTP response bodies that some path leaves behind. The
// category of a finding is the kind of the resource.
var Analyzer = leakpass.New("httpclose", doc)
