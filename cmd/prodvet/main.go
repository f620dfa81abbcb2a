// Command prodvet finds Go code that works on localhost and fails in
// production. Run "prodvet help" for its usage.
//
// The same binary is a vet tool: go vet -vettool=$(which prodvet) ./...
package main

import (
	"encoding/json"
	"os"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/prodvet/prodvet/analyzers"
	"github.com/prodvet/prodvet/cmd/internal/cli"
	"github.com/prodvet/prodvet/cmd/internal/stats"
)

// ballast is address space that keeps the collector from running in the small
// heap of one package: it is never touched, so it takes no memory. The collector
// of a tool that runs once per package costs more than it saves.
const ballast = 64 << 20

func main() {
	args := os.Args[1:]
	if asVetTool(args) {
		defer runtime.KeepAlive(make([]byte, ballast))
		suite := analyzers.All()
		if isDependency(args[len(args)-1]) {
			suite = analyzers.FactsOnly()
		}
		stats.Record(suite)
		unitchecker.Main(suite...) // exits
	}
	os.Exit(cli.Run(args, os.Stdout, os.Stderr))
}

// asVetTool reports whether the go command is calling: it asks for the version
// and the flags, and then passes one configuration file per package.
func asVetTool(args []string) bool {
	return slices.Contains(args, "-V=full") || slices.Contains(args, "-flags") ||
		len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}

// isDependency reports whether the go command wants only the facts of the
// package that the configuration file describes.
func isDependency(config string) bool {
	if !strings.HasSuffix(config, ".cfg") {
		return false
	}
	data, err := os.ReadFile(config)
	if err != nil {
		return false // unitchecker says so
	}
	var c struct{ VetxOnly bool }
	return json.Unmarshal(data, &c) == nil && c.VetxOnly
}
