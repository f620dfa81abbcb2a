package edit

import (
	"go/types"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// ZeroValues returns what a function returns beside an error. ok is false if
// its last result is none, or if a zero value has no short spelling.
func ZeroValues(results *types.Tuple) (zeros []string, ok bool) {
	if n := results.Len(); n == 0 || !typequery.IsError(results.At(n-1).Type()) {
		return nil, false
	}
	var out []string
	for i := range results.Len() - 1 {
		switch t := results.At(i).Type().Underlying().(type) {
		case *types.Pointer, *types.Interface, *types.Slice, *types.Map, *types.Chan, *types.Signature:
			if _, param := results.At(i).Type().(*types.TypeParam); param {
				return nil, false
			}
			out = append(out, "nil")
		case *types.Basic:
			switch {
			case t.Info()&types.IsString != 0:
				out = append(out, `""`)
			case t.Info()&types.IsBoolean != 0:
				out = append(out, "false")
			case t.Info()&types.IsNumeric != 0:
				out = append(out, "0")
			default:
				return nil, false
			}
		default:
			return nil, false
		}
	}
	return out, true
}
