// Command prodvet finds Go code that works on localhost and fails in
// production. Run "prodvet help" for its usage.
//
// The same binary is a vet tool: go vet -vettool=$(which prodvet) ./...
package main

import (
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/cli"
)

func main() {
	args := os.Args[1:]
	if asVetTool(args) {
		unitchecker.Main(analyzers.All()...) // exits
	}
	os.Exit(cli.Run(args, os.Stdout, os.Stderr))
}

// asVetTool reports whether the go command is calling: it asks for the version
// and the flags, and then passes one configuration file per package.
func asVetTool(args []string) bool {
	return slices.Contains(args, "-V=full") || slices.Contains(args, "-flags") ||
		len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}
