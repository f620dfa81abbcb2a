package edit

import (
	"fmt"
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/ownership"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// releaseBeforeReturns inserts the release before each return that leaks. All
// of them must be return statements that see the variable as it was acquired
// and do not use it themselves.
func releaseBeforeReturns(pass *analysis.Pass, l ownership.Leak, acq *diag.Acquisition, template string) *analysis.SuggestedFix {
	if strings.Contains(template, "$ctx") || assignedTwice(pass, acq) {
		return nil
	}
	stmt := fmt.Sprintf(template, acq.Var.Name)
	fix := &analysis.SuggestedFix{Message: fmt.Sprintf("Insert %q before the return", stmt)}
	for _, exit := range l.Exits {
		ret := returnAt(pass, exit)
		if ret == nil || !seesVar(pass, acq.Var, ret) || uses(pass, ret, acq.Var) {
			return nil
		}
		fix.TextEdits = append(fix.TextEdits, analysis.TextEdit{
			Pos: ret.Pos(), End: ret.Pos(),
			NewText: []byte(stmt + "\n" + indent(pass.Fset, ret.Pos())),
		})
	}
	if len(fix.TextEdits) > 1 {
		fix.Message = fmt.Sprintf("Insert %q before the returns", stmt)
	}
	return fix
}

// returnAt returns the return statement of an exit if it stands in a block of
// its own line.
func returnAt(pass *analysis.Pass, exit ssa.Instruction) *ast.ReturnStmt {
	if _, ok := exit.(*ssa.Return); !ok || !exit.Pos().IsValid() {
		return nil
	}
	path := typequery.Path(pass, exit.Pos())
	if len(path) < 2 {
		return nil
	}
	ret, ok := path[0].(*ast.ReturnStmt)
	if !ok {
		return nil
	}
	switch path[1].(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return ret
	}
	return nil
}

// seesVar reports whether the name of v means v at the statement, in the
// function that acquired it.
func seesVar(pass *analysis.Pass, v *ast.Ident, at ast.Stmt) bool {
	scope := pass.Pkg.Scope().Innermost(at.Pos())
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(v.Name, at.Pos())
	return obj != nil && obj == pass.TypesInfo.ObjectOf(v)
}

func uses(pass *analysis.Pass, n ast.Node, v *ast.Ident) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		found = found || ok && sameVar(pass.TypesInfo, id, v)
		return !found
	})
	return found
}

// assignedTwice reports whether the function sets the variable anywhere but in
// the acquisition: then a return may see another value.
func assignedTwice(pass *analysis.Pass, acq *diag.Acquisition) bool {
	_, body := enclosingFunc(acq.Path)
	if body == nil {
		return true
	}
	sets := 0
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				if sameVar(pass.TypesInfo, e, acq.Var) {
					sets++
				}
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && sameVar(pass.TypesInfo, n.X, acq.Var) {
				sets += 2 // its address goes somewhere
			}
		}
		return true
	})
	return sets > 1
}

// enclosingFunc returns the type and body of the innermost function on a path
// of nodes; nil if there is none.
func enclosingFunc(path []ast.Node) (*ast.FuncType, *ast.BlockStmt) {
	for _, n := range path {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Type, n.Body
		case *ast.FuncLit:
			return n.Type, n.Body
		}
	}
	return nil, nil
}
