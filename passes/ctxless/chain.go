package ctxless

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"
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

// A helperCall is one call of a helper, with the context that its caller holds,
// or the helper that its caller is.
type helperCall struct {
	call *ast.CallExpr
	ctx  string
	from *types.Func
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
	h.calls[fn] = append(h.calls[fn], helperCall{call, contextFor(c.Pass, cur), c.enclosing(cur)})
}

// enclosing returns the declared function whose own statement cur is: not one in
// a literal, nor one that is started or deferred.
func (c *checker) enclosing(cur inspector.Cursor) *types.Func {
	for i := range cur.Enclosing((*ast.FuncDecl)(nil), (*ast.FuncLit)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil)) {
		fd, ok := i.Node().(*ast.FuncDecl)
		if !ok {
			return nil
		}
		fn, _ := c.TypesInfo.Defs[fd.Name].(*types.Func)
		return fn
	}
	return nil
}

// held returns the package's own helpers that are called only where a context
// is in scope, or by each other: those that should take one.
func (c *checker) held(h *helpers) map[*types.Func]bool {
	out := make(map[*types.Func]bool)
	for _, fn := range h.order {
		out[fn] = c.flow.Decl(fn) != nil && !fn.Exported()
	}
	for changed := true; changed; {
		changed = false
		for _, fn := range h.order {
			if !out[fn] {
				continue
			}
			for _, x := range h.calls[fn] {
				if x.ctx == "" && (x.from == fn || !out[x.from]) {
					out[fn] = false
					changed = true
					break
				}
			}
		}
	}
	return out
}

// chains reports each helper once: inside it, if it is the package's own and all
// of its callers hold a context or are such helpers; otherwise at the first call
// from where there is a context.
func (c *checker) chains(h *helpers) {
	var kin []family
	held := c.held(h)
	for _, fn := range h.order {
		if held[fn] {
			c.inside(fn, c.flow.Decl(fn), h.calls[fn], held)
			continue
		}
		i := slices.IndexFunc(h.calls[fn], func(x helperCall) bool { return x.ctx != "" })
		if i >= 0 {
			kin = join(kin, fn, h.calls[fn][i])
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

// inside reports a helper at the call in it that waits, unless that is of another
// helper which is reported itself.
func (c *checker) inside(fn *types.Func, decl *ast.FuncDecl, calls []helperCall, held map[*types.Func]bool) {
	want := c.flow.Chain(fn)
	reported := false
	c.flow.Waits(decl, func(call *ast.CallExpr, chain ctxflow.Chain) {
		callee := typequery.Callee(c.TypesInfo, call)
		if reported || len(chain) != len(want) || held[callee] {
			return
		}
		reported = true
		c.seen[call] = true
		d := analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: CategoryChain,
			Message: fmt.Sprintf("%s waits in %s and takes no context, though its callers hold one: %s", fn.Name(), told(chain), ctxflow.SlowPeer),
		}
		for _, x := range calls {
			if x.ctx != "" && len(d.Related) < 2 {
				d.Related = append(d.Related, analysis.RelatedInformation{Pos: x.call.Pos(), End: x.call.End(), Message: "the caller holds " + x.ctx})
			}
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
			typequery.Name(x.call.Fun), told(c.flow.Chain(f.fn)), more, x.ctx, ctxflow.SlowPeer),
	})
}

// told spells a chain.
func told(c ctxflow.Chain) string { return strings.Join(c, " > ") }
