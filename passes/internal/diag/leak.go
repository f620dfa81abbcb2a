package diag

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// An Acquisition is the syntax around the call that acquires a resource.
type Acquisition struct {
	Call *ast.CallExpr
	Path []ast.Node // from Call outwards, Call first
	Var  *ast.Ident // the variable that gets the resource, or nil
}

// FindAcquisition returns the syntax of a leak's site, or nil.
func FindAcquisition(pass *analysis.Pass, site ssa.CallInstruction, result int) *Acquisition {
	path := typequery.Path(pass, site.Pos())
	for i, n := range path {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.Lparen != site.Pos() {
			continue
		}
		acq := &Acquisition{Call: call, Path: path[i:]}
		if i+1 < len(path) && result >= 0 {
			if as, ok := path[i+1].(*ast.AssignStmt); ok && len(as.Rhs) == 1 && result < len(as.Lhs) {
				if id, ok := as.Lhs[result].(*ast.Ident); ok && id.Name != "_" {
					acq.Var = id
				}
			}
		}
		return acq
	}
	return nil
}

// Leak builds the diagnostic of a leak, without fix. It stands at the
// acquisition, or at the store into a struct from which nobody can release.
func Leak(pass *analysis.Pass, l ownership.Leak, acq *Acquisition) analysis.Diagnostic {
	name := subject(l, acq)
	exit := exitPos(l)
	d := analysis.Diagnostic{
		Pos:      acq.Call.Pos(),
		End:      acq.Call.End(),
		Category: l.Kind.Name,
		Message:  fmt.Sprintf("%s is %s (%s)", name, where(pass, l, exit), event(l)),
	}
	if l.Reason == ownership.Lost {
		d.Related = []analysis.RelatedInformation{{Pos: d.Pos, End: d.End, Message: name + " is acquired here"}}
		d.Pos, d.End = storeAt(pass, exit)
		return d
	}
	d.Related = append(decisive(pass, l, name, exit), analysis.RelatedInformation{Pos: exit, Message: name + " " + stillOpen(l)})
	return d
}

// storeAt returns the extent of the assignment, or the element of a composite
// literal, that stores at pos.
func storeAt(pass *analysis.Pass, pos token.Pos) (start, end token.Pos) {
	for _, n := range typequery.Path(pass, pos) {
		switch n.(type) {
		case *ast.KeyValueExpr, *ast.AssignStmt:
			return n.Pos(), n.End()
		case ast.Stmt:
			return pos, token.NoPos
		}
	}
	return pos, token.NoPos
}

// decisive returns what decides that the resource stays open: the callee that
// could have released it, or the last branch on the way to the exit.
func decisive(pass *analysis.Pass, l ownership.Leak, name string, exit token.Pos) []analysis.RelatedInformation {
	if l.Lent != nil && l.Reason == ownership.Never {
		if call := callAt(pass, l.Lent.Pos()); call != nil {
			return []analysis.RelatedInformation{{
				Pos: call.Pos(), End: call.End(),
				Message: fmt.Sprintf("%s gets %s and does not leave it %s", typequery.Name(call.Fun), name, verb(l)),
			}}
		}
	}
	if l.Branch == nil || l.Reason != ownership.Early && l.Reason != ownership.Fails {
		return nil
	}
	at := l.Branch.Cond.Pos()
	if !at.IsValid() || pass.Fset.Position(at).Line == pass.Fset.Position(exit).Line {
		return nil
	}
	return []analysis.RelatedInformation{{Pos: at, Message: "this branch leaves " + name + " open"}}
}

// subject names the resource: its variable, the argument that the call made
// owed, or the call.
func subject(l ownership.Leak, acq *Acquisition) string {
	if l.Result < 0 {
		if sel, ok := ast.Unparen(acq.Call.Fun).(*ast.SelectorExpr); ok && l.Site.Common().Signature().Recv() != nil {
			return typequery.Name(sel.X)
		}
		return typequery.Name(acq.Call.Args[0])
	}
	if acq.Var != nil {
		return acq.Var.Name
	}
	return "the result of " + typequery.Name(acq.Call.Fun)
}

// event says what happens in production, for a struct by what it holds.
func event(l ownership.Leak) string {
	if l.Owner == nil {
		return l.Kind.Event
	}
	return "it holds a " + l.Kind.Noun + ": " + l.Kind.Event
}

// verb says what was not done.
func verb(l ownership.Leak) string {
	if l.Owner != nil && l.Method != "Close" {
		return "released with " + l.Method
	}
	if l.Owner != nil {
		return "closed"
	}
	return l.Kind.Verb
}

// exitPos returns where the path ends: an implicit return is at the closing
// brace, and an initialiser of a package-level variable ends where it stands.
func exitPos(l ownership.Leak) token.Pos {
	if p := l.Exit.Pos(); p.IsValid() {
		return p
	}
	if syntax := l.Site.Parent().Syntax(); syntax != nil {
		return syntax.End() - 1
	}
	return l.Site.Pos()
}

func stillOpen(l ownership.Leak) string {
	if l.Reason == ownership.Reacquired {
		return "is still held when the loop acquires the next one here"
	}
	if l.Reason == ownership.Deferred {
		return "is released by this defer, when the function returns"
	}
	return "is not " + verb(l) + " when the function returns here"
}

// where says on which path the resource stays open.
func where(pass *analysis.Pass, l ownership.Leak, exit token.Pos) string {
	switch l.Reason {
	case ownership.Never:
		return "never " + verb(l)
	case ownership.Lost:
		return "stored in a struct, no method of which gets it " + verb(l)
	case ownership.Deferred:
		return verb(l) + " by a defer in the loop, so only when the function returns"
	case ownership.Reacquired:
		return "not " + verb(l) + " before the loop acquires the next one"
	case ownership.Fails:
		if call := callAt(pass, l.Failed.Pos()); call != nil {
			return fmt.Sprintf("not %s when %s fails", verb(l), typequery.Name(call.Fun))
		}
	}
	if cond := guard(pass, exit); cond != "" {
		return fmt.Sprintf("not %s on the return under %q", verb(l), cond)
	}
	return "not " + verb(l) + " on every path to the end of the function"
}

func callAt(pass *analysis.Pass, lparen token.Pos) *ast.CallExpr {
	for _, n := range typequery.Path(pass, lparen) {
		if call, ok := n.(*ast.CallExpr); ok && call.Lparen == lparen {
			return call
		}
	}
	return nil
}

// guard returns the condition of the innermost if whose branch pos is in.
func guard(pass *analysis.Pass, pos token.Pos) string {
	for _, n := range typequery.Path(pass, pos) {
		switch n := n.(type) {
		case *ast.IfStmt:
			if n.Body.Pos() <= pos && pos < n.Body.End() {
				return clip(types.ExprString(n.Cond))
			}
		case *ast.FuncDecl, *ast.FuncLit:
			return ""
		}
	}
	return ""
}

func clip(s string) string {
	const limit = 48
	if r := []rune(s); len(r) > limit {
		return string(r[:limit-3]) + "..."
	}
	return s
}
