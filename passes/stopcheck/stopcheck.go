package stopcheck

import (
	_ "embed"

	"github.com/prodvet/prodvet/passes/internal/leakpass"
)

//go:embed doc.go
var doc string

// CategoryNotify is the kind of a channel that is registered for signals. Few
// programs register more than a handful in their life, so it is a note.
const CategoryNotify = "signal.notify"

// CategoryTimer is the kind of a timer that nobody stops: it ends by itself, if
// late, so it is a note.
const CategoryTimer = "time.timer"

// Analyzer reports tickers, spans, processes that some path leaves behind. The
// category of a finding is the kind of the resource.
var Analyzer = leakpass.New("stopcheck", doc, CategoryNotify, CategoryTimer)
