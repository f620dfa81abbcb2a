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
	var kin []family
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
			kin = join(kin, fn, *first)
		}
	}
	for _, f := range kin {
		c.atCall(f)
	}
}

// A family is the helpers of one type, or of one package: what they lack, they
// lack together, so they are one finding.
type family struct {
	of    types.Object // the type, or nil for the functions of pkg
	pkg   *types.Package
	fn    *types.Func
	first helperCall
	more  int
}

// join adds a helper to its family.
func join(kin []family, fn *types.Func, first helperCall) []family {
	of := receiver(fn)
	for i := range kin {
		if kin[i].of == of && kin[i].pkg == fn.Pkg() {
			kin[i].more++
			return kin
		}
	}
	return append(kin, family{of: of, pkg: fn.Pkg(), fn: fn, first: first})
}

// receiver returns the named type that a method belongs to, or nil.
func receiver(fn *types.Func) types.Object {
	recv := fn.Signature().Recv()
	if recv == nil {
		return nil
	}
	t := recv.Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj()
	}
	return nil
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

// atCall reports a family of helpers at its first call from where a context is
// in scope.
func (c *checker) atCall(f family) {
	more := ""
	switch {
	case f.more > 0 && f.of != nil:
		more = fmt.Sprintf(" (and so do %d more methods of %s)", f.more, f.of.Name())
	case f.more > 0:
		more = fmt.Sprintf(" (and so do %d more functions of package %s)", f.more, f.pkg.Name())
	}
	x := f.first
	c.Report(analysis.Diagnostic{
		Pos: x.call.Pos(), End: x.call.End(), Category: CategoryChain,
		Message: fmt.Sprintf("%s waits in %s and takes no context%s, though one is in scope (%s): %s",
			types.ExprString(x.call.Fun), told(c.flow.Chain(f.fn)), more, x.ctx, ctxflow.SlowPeer),
	})
}

// told spells a chain.
func told(c ctxflow.Chain) string { return strings.Join(c, " > ") }
