package ending

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// infallible are functions whose error is always nil, or comes only for values
// that a program does not build for an answer: channels, functions, cycles. The
// random source of the system ends the process itself where it fails, since Go
// 1.24 (https://go.dev/doc/go1.24#cryptorandpkgcryptorand).
var infallible = []string{"encoding/json.Marshal", "net/http/cookiejar.New", "crypto/rand.Read", "crypto/rand.Int"}

// Never reports whether an if stands behind a call that cannot fail, and asks
// for its error.
func (s *Solver) Never(n *ast.IfStmt) bool { return s.never[n] }

// findNever fills the set of such branches.
func (s *Solver) findNever() {
	for _, f := range s.in.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			block, ok := n.(*ast.BlockStmt)
			if !ok {
				return true
			}
			for i, stmt := range block.List {
				branch, ok := stmt.(*ast.IfStmt)
				if !ok {
					continue
				}
				before := branch.Init
				if before == nil && i > 0 {
					before = block.List[i-1]
				}
				if as, ok := before.(*ast.AssignStmt); ok && s.asksInVain(as, branch.Cond) {
					s.never[branch] = true
				}
			}
			return true
		})
	}
}

// asksInVain reports whether cond asks for the error that as gets from a call
// that cannot fail.
func (s *Solver) asksInVain(as *ast.AssignStmt, cond ast.Expr) bool {
	cmp, ok := cond.(*ast.BinaryExpr)
	if !ok || cmp.Op != token.NEQ || len(as.Rhs) != 1 || !typequery.IsNil(s.in.Info, cmp.Y) {
		return false
	}
	call, ok := ast.Unparen(as.Rhs[0]).(*ast.CallExpr)
	if !ok {
		return false
	}
	err := typequery.ObjectOf(s.in.Info, as.Lhs[len(as.Lhs)-1])
	fn := typequery.Callee(s.in.Info, call)
	return fn != nil && err != nil && err == typequery.ObjectOf(s.in.Info, cmp.X) && (s.cannotFail(fn) || s.readsRandom(fn, call))
}

// readsRandom reports whether a call is io.ReadFull(rand.Reader, b).
func (s *Solver) readsRandom(fn *types.Func, call *ast.CallExpr) bool {
	if fn.FullName() != "io.ReadFull" {
		return false
	}
	sel, ok := ast.Unparen(call.Args[0]).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	reader, ok := s.in.Info.Uses[sel.Sel].(*types.Var)
	return ok && reader.Pkg() != nil && reader.Pkg().Path() == "crypto/rand"
}

func (s *Solver) cannotFail(fn *types.Func) bool {
	return slices.Contains(infallible, fn.FullName()) || s.in.Infallible(fn)
}
