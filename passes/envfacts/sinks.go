package envfacts

import (
	"fmt"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/sink"
)

// sinkFact is a fact indicating that parameters of a function reach a use: a
// key that signs, a password, an address that is dialled.
type sinkFact struct {
	Params []param // sorted by index
}

type param struct {
	Index int
	sink.Reach
}

func (*sinkFact) AFact() {}

func (f *sinkFact) String() string {
	var out []string
	for _, p := range f.Params {
		out = append(out, fmt.Sprintf("%d=%s", p.Index, p.Where))
	}
	return fmt.Sprintf("sink(%s)", strings.Join(out, ", "))
}

// sinks follows the uses of the package, and exports what callers of its
// functions need to know; imported says that dependencies have such functions.
func sinks(pass *analysis.Pass, imported bool) *sink.Flow {
	if !imported && !sink.Relevant(pass.Pkg) {
		return new(sink.Flow)
	}
	flow := sink.NewFlow(pass.TypesInfo, pass.Files, func(fn *types.Func) map[int]sink.Reach {
		var f sinkFact
		if !imported || fn.Pkg() == pass.Pkg || !pass.ImportObjectFact(fn, &f) {
			return nil
		}
		out := make(map[int]sink.Reach)
		for _, p := range f.Params {
			out[p.Index] = p.Reach
		}
		return out
	})
	for _, obj := range pass.TypesInfo.Defs {
		fn, ok := obj.(*types.Func)
		if !ok || !fn.Exported() {
			continue
		}
		reach := flow.Params(fn)
		if len(reach) == 0 {
			continue
		}
		f := new(sinkFact)
		for _, i := range slices.Sorted(maps.Keys(reach)) {
			f.Params = append(f.Params, param{i, reach[i]})
		}
		pass.ExportObjectFact(fn, f)
	}
	return flow
}
