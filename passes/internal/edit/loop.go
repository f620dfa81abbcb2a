package edit

import (
	"go/ast"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// wrapIteration puts the rest of a loop body, from the defer on, into a function
// literal that is called at once, so that the defer runs in each iteration. The
// rest must not leave the loop or the function, and must stand by itself.
func wrapIteration(pass *analysis.Pass, l ownership.Leak, _ *diag.Acquisition) *analysis.SuggestedFix {
	path := typequery.Path(pass, l.Exit.Pos())
	for i, n := range path {
		d, ok := n.(*ast.DeferStmt)
		if !ok || i+2 >= len(path) {
			continue
		}
		body, ok := path[i+1].(*ast.BlockStmt)
		if !ok || !isLoop(path[i+2]) {
			return nil
		}
		rest := restOf(body, d)
		if rest == nil {
			return nil
		}
		last := rest[len(rest)-1]
		return &analysis.SuggestedFix{
			Message: "Run the rest of the iteration in a function literal",
			TextEdits: []analysis.TextEdit{
				{Pos: d.Pos(), End: d.Pos(), NewText: []byte("func() {\n" + indent(pass.Fset, d.Pos()) + "\t")},
				{Pos: LineEnd(pass, last.End()), End: LineEnd(pass, last.End()), NewText: []byte("\n" + indent(pass.Fset, d.Pos()) + "}()")},
			},
		}
	}
	return nil
}

func isLoop(n ast.Node) bool {
	switch n.(type) {
	case *ast.ForStmt, *ast.RangeStmt:
		return true
	}
	return false
}

// restOf returns the statements of body from d on, or nil if one of them leaves
// the loop or the function.
func restOf(body *ast.BlockStmt, d *ast.DeferStmt) []ast.Stmt {
	var rest []ast.Stmt
	for _, s := range body.List {
		if s == ast.Stmt(d) || rest != nil {
			rest = append(rest, s)
		}
	}
	for _, s := range rest {
		leaves := false
		ast.Inspect(s, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ReturnStmt, *ast.BranchStmt, *ast.LabeledStmt:
				leaves = true
			}
			return !leaves
		})
		if leaves {
			return nil
		}
	}
	return rest
}
