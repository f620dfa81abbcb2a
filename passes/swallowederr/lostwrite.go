package swallowederr

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// buffers are the writers that hold data back until the named method.
var buffers = map[string]string{
	"(*archive/tar.Writer).Close":    "the end of the archive",
	"(*archive/zip.Writer).Close":    "the directory of the archive",
	"(*bufio.Writer).Flush":          "what the buffer still holds",
	"(*compress/flate.Writer).Close": "the end of the stream",
	"(*compress/gzip.Writer).Close":  "the end of the stream",
	"(*compress/zlib.Writer).Close":  "the end of the stream",
	"(*encoding/csv.Writer).Flush":   "what the buffer still holds",
	"(*mime/multipart.Writer).Close": "the closing boundary",
	"(*text/tabwriter.Writer).Flush": "what the buffer still holds",
}

// commits end a transaction for good.
var commits = map[string]bool{
	"(*database/sql.Tx).Commit":                    true,
	"(*github.com/jackc/pgx/v5/pgxpool.Tx).Commit": true,
	"(github.com/jackc/pgx/v5.Tx).Commit":          true,
}

// flushes reports whether the call is a flush that keeps its error in the
// writer: csv.Writer.Flush, to be read by Error.
func flushes(info *types.Info, call *ast.CallExpr) bool {
	fn := typequery.Callee(info, call)
	return fn != nil && fn.FullName() == "(*encoding/csv.Writer).Flush"
}

// finalWrite reports what is lost if the call is the last step of a write.
func (c *checker) finalWrite(cur inspector.Cursor, call *ast.CallExpr, fn *types.Func) (category, what string) {
	full := fn.FullName()
	name := typequery.Name(call.Fun)
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && commits[full] {
		if c.onlyReads(cur, sel.X) {
			return "", ""
		}
		return CategoryLostWrite, fmt.Sprintf("the error of %s is dropped: if it fails, the transaction is undone", name)
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	made := c.madeBy(cur, sel.X)
	if rest, ok := buffers[full]; ok {
		if made == nil || c.harmless(cur, made) || c.again(cur, call, sel) || full == "(*encoding/csv.Writer).Flush" && c.asksError(cur, sel.X) {
			return "", ""
		}
		return CategoryLostWrite, fmt.Sprintf("the error of %s is dropped: if it fails, %s is lost", name, rest)
	}
	if full == "(*os.File).Close" && made != nil && opensForWriting(c.TypesInfo, made) && c.unsure(cur, sel) {
		return CategoryLostFile, fmt.Sprintf("the error of %s is dropped: if it fails, what was written is lost", name)
	}
	return "", ""
}

// again reports whether the function calls the same method of the same writer
// once more further down: the writer keeps its error until then.
func (c *checker) again(cur inspector.Cursor, call *ast.CallExpr, sel *ast.SelectorExpr) bool {
	writer := c.object(sel.X)
	found := false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			later, ok := n.(*ast.CallExpr)
			if !ok || later.Pos() < call.End() {
				return true
			}
			to, ok := ast.Unparen(later.Fun).(*ast.SelectorExpr)
			found = found || ok && to.Sel.Name == sel.Sel.Name && writer != nil && c.object(to.X) == writer
			return true
		})
	}
	return found
}

// unsure reports whether the function writes to the file that closing closes,
// and learns nowhere else that it arrived: by Sync, or by another Close.
func (c *checker) unsure(cur inspector.Cursor, closing *ast.SelectorExpr) bool {
	file := c.object(closing.X)
	written, learns := false, false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				if n == closing || c.object(n.X) != file {
					break
				}
				written = written || strings.HasPrefix(n.Sel.Name, "Write") || n.Sel.Name == "ReadFrom"
				learns = learns || n.Sel.Name == "Sync" || n.Sel.Name == "Close"
			case *ast.CallExpr:
				written = written || slices.ContainsFunc(n.Args, func(a ast.Expr) bool { id, ok := a.(*ast.Ident); return ok && c.TypesInfo.Uses[id] == file })
			}
			return true
		})
	}
	return file != nil && written && !learns
}

// madeBy returns the call that the local variable x was set from, or nil.
func (c *checker) madeBy(cur inspector.Cursor, x ast.Expr) *ast.CallExpr {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	obj := c.TypesInfo.ObjectOf(id)
	var made *ast.CallExpr
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			as, ok := n.(*ast.AssignStmt)
			if !ok || len(as.Rhs) != 1 {
				return true
			}
			if l, ok := as.Lhs[0].(*ast.Ident); ok && c.TypesInfo.ObjectOf(l) == obj {
				if call, ok := ast.Unparen(as.Rhs[0]).(*ast.CallExpr); ok {
					made = call
				}
			}
			return true
		})
	}
	return made
}

// harmless reports whether nobody misses what the buffer made by the call
// holds: it writes to memory, to a terminal, or to an HTTP response whose
// reader has gone; or where it writes cannot be seen and nobody is told of
// success.
func (c *checker) harmless(cur inspector.Cursor, made *ast.CallExpr) bool {
	if len(made.Args) == 0 {
		return true
	}
	dest := ast.Unparen(made.Args[0])
	t := c.TypesInfo.TypeOf(dest)
	for _, m := range [][2]string{{"bytes", "Buffer"}, {"strings", "Builder"}, {"net/http", "ResponseWriter"}} {
		if typequery.IsNamed(t, m[0], m[1]) {
			return true
		}
	}
	if sel, ok := dest.(*ast.SelectorExpr); ok && (sel.Sel.Name == "Stdout" || sel.Sel.Name == "Stderr") {
		return true
	}
	return !typequery.IsNamed(t, "os", "File") && !canFail(enclosingResults(c.TypesInfo, cur)) && !isDeferredClosure(cur)
}

// asksError reports whether the function consults x.Error().
func (c *checker) asksError(cur inspector.Cursor, x ast.Expr) bool {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return true
	}
	found := false
	for f := range typequery.Outermost(cur) {
		ast.Inspect(f.Node(), func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Error" {
				y, ok := sel.X.(*ast.Ident)
				found = found || ok && c.TypesInfo.ObjectOf(y) == c.TypesInfo.ObjectOf(id)
			}
			return !found
		})
	}
	return found
}

// opensForWriting reports whether the call opens a file to write to it.
func opensForWriting(info *types.Info, call *ast.CallExpr) bool {
	fn := typequery.Callee(info, call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "os.Create":
		return true
	case "os.OpenFile":
		if v := info.Types[call.Args[1]].Value; v != nil {
			flags, ok := constant.Int64Val(v)
			return ok && flags&int64(os.O_WRONLY|os.O_RDWR) != 0
		}
	}
	return false
}
