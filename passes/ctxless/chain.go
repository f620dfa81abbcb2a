package ctxless

import (
	"fmt"
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// CategoryChain: a helper waits and takes no context, while its callers hold one.
const CategoryChain = "chain"

// helpers collects the calls of functions that wait and take no context.
type helpers struct {
	order []*types.Func
	calls map[*types.Func][]helperCall
}

// A helperCall is one call of a helper, with the context its caller holds.
type helperCall struct {
	call *ast.CallExpr
	ctx  string
}

func newHelpers() *helpers { return &helpers{calls: make(map[*types.Func][]helperCall)} }

// note collects a call of a helper.
func (c *checker) note(cur inspector.Cursor, call *ast.CallExpr, h *helpers) {
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || len(c.flow.Chain(fn)) == 0 {
		return
	}
	if _, direct := c.flow.Alternative(call); direct || within(cur, fn.Name()+"Context") || within(cur, fn.Name()+"Ctx") {
		return
	}
	if h.calls[fn] == nil {
		h.order = append(h.order, fn)
	}
	h.calls[fn] = append(h.calls[fn], helperCall{call, contextFor(c.Pass, cur)})
}

// chains reports each helper once: inside it, if it is the package's own and
// all of its callers hold a context; otherwise at the first call that does.
func (c *checker) chains(h *helpers) {
	for _, fn := range h.order {
		with := 0
		var first *helperCall
		calls := h.calls[fn]
		for i := range calls {
			if calls[i].ctx == "" {
				continue
			}
			if with++; first == nil {
				first = &calls[i]
			}
		}
		switch decl := c.flow.Decl(fn); {
		case first == nil:
		case with == len(calls) && decl != nil && !fn.Exported():
			c.inside(fn, decl, calls)
		default:
			c.atCall(fn, *first)
		}
	}
}

// inside reports a helper at the call in it that waits.
func (c *checker) inside(fn *types.Func, decl *ast.FuncDecl, calls []helperCall) {
	want := c.flow.Chain(fn)
	reported := false
	c.flow.Waits(decl, func(call *ast.CallExpr, chain ctxflow.Chain) {
		if reported || len(chain) != len(want) {
			return
		}
		reported = true
		c.seen[call] = true
		d := analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: CategoryChain,
			Message: fmt.Sprintf("%s waits in %s, which takes no context though its callers hold one: %s", told(chain), fn.Name(), ctxflow.SlowPeer),
		}
		for _, x := range calls[:min(2, len(calls))] {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: x.call.Pos(), End: x.call.End(), Message: "the caller holds " + x.ctx})
		}
		c.Report(d)
	})
}

// atCall reports a call of a helper from where a context is in scope.
func (c *checker) atCall(fn *types.Func, x helperCall) {
	c.Report(analysis.Diagnostic{
		Pos: x.call.Pos(), End: x.call.End(), Category: CategoryChain,
		Message: fmt.Sprintf("%s waits in %s and takes no context, though one is in scope (%s): %s", types.ExprString(x.call.Fun), told(c.flow.Chain(fn)), x.ctx, ctxflow.SlowPeer),
	})
}

// told spells a chain.
func told(c ctxflow.Chain) string { return strings.Join(c, " > ") }
