// Command idle is a vet tool that does nothing: what is left is the cost of the
// go command and of the driver.
package main

import (
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/unitchecker"
)

// unused is set by the linker, so that two builds are two tools for the cache.
var unused string

// seen makes the go command run the tool on dependencies, as facts do.
type seen struct{}

func (*seen) AFact() {}

func main() {
	unitchecker.Main(&analysis.Analyzer{
		Name:      "idle",
		Doc:       "idle: report nothing " + unused,
		FactTypes: []analysis.Fact{new(seen)},
		Run:       func(*analysis.Pass) (any, error) { return nil, nil },
	})
}
