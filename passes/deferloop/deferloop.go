package deferloop

import (
	_ "embed"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

//go:embed doc.go
var doc string

// Analyzer reports resources of any kind that pile up until the function
// returns. The category of a finding is the kind of the resource. Contexts are
// left to ctxlife.
var Analyzer = leakpass.With("deferloop", doc, (*ownerfacts.Result).DeferredInLoop)
