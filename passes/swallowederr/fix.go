package swallowederr

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/edit"
	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// fix returns the error where the loss has one right answer: the nil that the
// branch of the error returns becomes the error.
func (c *checker) fix(src source, l errpath.Loss) *analysis.SuggestedFix {
	if l.Claim != errpath.NilReturn && l.Claim != errpath.WrongError || c.Pkg == nil {
		return nil
	}
	branch, ok := c.branchOf(l).(*ast.IfStmt)
	ret, isRet := c.returnAt(l.At).(*ast.ReturnStmt)
	if !ok || !isRet || len(ret.Results) == 0 {
		return nil
	}
	v, isNil := typequery.ErrorTest(c.TypesInfo, branch.Cond)
	if v == nil || isNil || !visible(c.Pkg, v, ret.Pos()) {
		return nil
	}
	last := ret.Results[len(ret.Results)-1]
	return &analysis.SuggestedFix{
		Message:   fmt.Sprintf("Return %s", v.Name()),
		TextEdits: []analysis.TextEdit{{Pos: last.Pos(), End: last.End(), NewText: []byte(c.wrapped(src, ret.Pos(), v.Name()))}},
	}
}

// visible reports whether the name of v means v at pos.
func visible(pkg *types.Package, v *types.Var, pos token.Pos) bool {
	scope := pkg.Scope().Innermost(pos)
	if scope == nil {
		return false
	}
	_, obj := scope.LookupParent(v.Name(), pos)
	return obj == types.Object(v)
}

// wrapped returns the error as the function around pos returns others: wrapped
// with what was done, or as it is.
func (c *checker) wrapped(src source, pos token.Pos, name string) string {
	wraps := false
	for _, n := range typequery.Path(c.Pass, pos) {
		fd, ok := n.(*ast.FuncDecl)
		if !ok {
			continue
		}
		ast.Inspect(fd, func(n ast.Node) bool {
			if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) > 0 {
				call, ok := ret.Results[len(ret.Results)-1].(*ast.CallExpr)
				wraps = wraps || ok && isFunc(typequery.Callee(c.TypesInfo, call), "fmt.Errorf")
			}
			return true
		})
	}
	if !wraps {
		return name
	}
	return fmt.Sprintf("fmt.Errorf(%q, %s)", words(src.fn.Name())+": %w", name)
}

func isFunc(fn *types.Func, full string) bool { return fn != nil && fn.FullName() == full }

// words spells a name as error texts do: "SaveOrder" becomes "save order".
func words(name string) string {
	var b strings.Builder
	lower := false
	for _, r := range name {
		if upper := r >= 'A' && r <= 'Z'; upper && lower {
			b.WriteByte(' ')
			lower = false
		} else {
			lower = !upper
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}

// returnInstead turns a statement that drops the error of a call into one that
// returns it.
func (c *checker) returnInstead(src source, stmt ast.Node) *analysis.SuggestedFix {
	x, ok := stmt.(*ast.ExprStmt)
	results := typequery.EnclosingResults(c.TypesInfo, src.path)
	if !ok || results == nil {
		return nil
	}
	zeros, ok := edit.ZeroValues(results)
	if !ok {
		return nil
	}
	blanks, carrier := "", ""
	switch t := c.TypesInfo.TypeOf(src.call).(type) {
	case *types.Tuple:
		blanks = strings.Repeat("_, ", t.Len()-1)
	default:
		if !typequery.IsError(t) {
			carrier = errorOf(t)
		}
	}
	head := fmt.Sprintf("if %serr := ", blanks)
	tail := fmt.Sprintf("\nreturn %s\n}", strings.Join(append(zeros, c.wrapped(src, x.Pos(), "err")), ", "))
	eol := edit.LineEnd(c.Pass, x.End()) // a comment stays on its line
	return &analysis.SuggestedFix{
		Message: "Return the error",
		TextEdits: []analysis.TextEdit{
			{Pos: x.Pos(), End: x.Pos(), NewText: []byte(head)},
			{Pos: x.End(), End: x.End(), NewText: []byte(carrier + "; err != nil {")},
			{Pos: eol, End: eol, NewText: []byte(tail)},
		},
	}
}

// errorOf returns how an object that carries its error gives it.
func errorOf(t types.Type) string {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Error")
	if _, field := obj.(*types.Var); field {
		return ".Error"
	}
	return ".Err()"
}
