package stopcheck

import (
	_ "embed"
	"go/constant"
	"strings"

	"golang.org/x/tools/go/ssa"

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
var Analyzer = leakpass.Sparing("stopcheck", doc, opensWindow, CategoryNotify, CategoryTimer)

// openers are the programs that hand a page or a document to the desktop, cmd by
// its start. Who runs one sits before it, and waits for nothing.
var openers = map[string]bool{
	"xdg-open": true, "x-www-browser": true, "www-browser": true, "sensible-browser": true, "wslview": true,
	"open": true, "/usr/bin/open": true, "rundll32": true, "rundll32.exe": true, "explorer": true, "explorer.exe": true,
	"cmd": true, "cmd.exe": true,
}

// opensWindow reports whether the process that a call starts is such a program.
func opensWindow(start ssa.CallInstruction) bool {
	if strings.Contains(strings.ToLower(start.Parent().Name()), "browser") {
		return true
	}
	args := start.Common().Args
	if len(args) == 0 {
		return false
	}
	made, ok := args[0].(*ssa.Call)
	if !ok {
		return false
	}
	for _, a := range made.Call.Args {
		if c, ok := a.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.String {
			return openers[constant.StringVal(c.Value)]
		}
	}
	return false
}
