// Command gclbuild is golangci-lint with prodvet as a linter: for places where
// "golangci-lint custom", which clones from GitHub, cannot work, and for this
// project's own checks. It is a module of its own, which keeps golangci-lint's
// dependencies out of prodvet's.
package main

import (
	"fmt"
	"os"
	"runtime/debug"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/prodvet/prodvet/cmd/gclplugin"
)

func main() {
	if err := commands.Execute(commands.BuildInfo{Version: version() + " with prodvet"}); err != nil {
		fmt.Fprintln(os.Stderr, "golangci-lint:", err)
		os.Exit(exitcodes.Failure)
	}
}

// version returns the version of golangci-lint that was built in.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	for _, m := range info.Deps {
		if m.Path == "github.com/golangci/golangci-lint/v2" {
			return m.Version
		}
	}
	return "(unknown)"
}
