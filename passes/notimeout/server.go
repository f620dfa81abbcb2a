package notimeout

import (
	"fmt"
	"go/ast"
	"go/constant"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// shortcuts serve with a server that has no read timeout.
var shortcuts = map[string]bool{
	"net/http.ListenAndServe": true, "net/http.ListenAndServeTLS": true, "net/http.Serve": true, "net/http.ServeTLS": true,
	"(*github.com/gin-gonic/gin.Engine).Run":           true,
	"(*github.com/gin-gonic/gin.Engine).RunTLS":        true,
	"(*github.com/labstack/echo/v4.Echo).Start":        true,
	"(*github.com/labstack/echo/v4.Echo).StartTLS":     true,
	"(*github.com/labstack/echo/v4.Echo).StartAutoTLS": true,
	"(*github.com/gofiber/fiber/v2.App).Listen":        true,
	"(*github.com/gofiber/fiber/v2.App).ListenTLS":     true,
}

const slow = "a client that sends its request byte by byte holds a connection for ever"

// listen reports a shortcut, unless it serves the machine itself, or the
// package sets a read timeout of a server somewhere.
func (c *checker) listen(call *ast.CallExpr, full, name string) {
	std := strings.HasPrefix(full, "net/http.")
	switch {
	case std && c.world.pprof && len(call.Args) > 1 && typequery.IsNil(c.TypesInfo, call.Args[len(call.Args)-1]):
		return
	case !std && c.world.serverLimited, c.local(call), strings.HasSuffix(full, ".Serve") && c.unix():
		return
	case strings.Contains(full, "fiber") && c.fiberLimited():
		return
	}
	c.report(call, CategoryListen, fmt.Sprintf("%s serves without a read timeout: %s", name, slow))
}

// local reports whether the address is one of this machine.
func (c *checker) local(call *ast.CallExpr) bool {
	if len(call.Args) == 0 {
		return false
	}
	if sets := c.world.sets[object(c.Pass, call.Args[0])]; len(sets) == 1 { // a listener
		if listen, ok := ast.Unparen(sets[0]).(*ast.CallExpr); ok && len(listen.Args) == 2 {
			return ctxflow.Local(c.TypesInfo, listen.Args[1:])
		}
	}
	return ctxflow.Local(c.TypesInfo, call.Args[:1])
}

// unix reports whether the package listens on a socket of the file system.
func (c *checker) unix() bool {
	found := false
	for _, tv := range c.TypesInfo.Types {
		found = found || tv.Value != nil && tv.Value.Kind() == constant.String && constant.StringVal(tv.Value) == "unix"
	}
	return found
}

// fiberLimited reports whether a configuration of fiber sets a read timeout.
func (c *checker) fiberLimited() bool {
	for obj := range c.world.sets {
		if obj.Name() == "ReadTimeout" && obj.Pkg() != nil && strings.HasPrefix(obj.Pkg().Path(), "github.com/gofiber/fiber") {
			return true
		}
	}
	return false
}

// server reports a literal of an http.Server without a read timeout.
func (c *checker) server(lit *ast.CompositeLit) {
	if !typequery.IsNamed(c.TypesInfo.TypeOf(lit), "net/http", "Server") || c.world.serverLimited || c.unix() {
		return
	}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return
		}
		id, ok := kv.Key.(*ast.Ident)
		if !ok || id.Name == "ReadTimeout" || id.Name == "ReadHeaderTimeout" {
			return
		}
		if id.Name == "Addr" && ctxflow.Local(c.TypesInfo, []ast.Expr{kv.Value}) {
			return
		}
	}
	d := analysis.Diagnostic{
		Pos: lit.Pos(), End: lit.Lbrace + 1, Category: CategoryServer,
		Message: fmt.Sprintf("the server has neither ReadHeaderTimeout nor ReadTimeout: %s", slow),
	}
	if fix := c.addTimeout(lit); fix != nil {
		d.SuggestedFixes = []analysis.SuggestedFix{*fix}
	}
	c.Report(d)
}

// addTimeout adds a ReadHeaderTimeout to a literal in a file that imports time.
func (c *checker) addTimeout(lit *ast.CompositeLit) *analysis.SuggestedFix {
	file := typequery.File(c.Pass, lit.Pos())
	imported := false
	for _, spec := range file.Imports {
		imported = imported || spec.Path.Value == `"time"` && spec.Name == nil
	}
	if !imported {
		return nil
	}
	text := "ReadHeaderTimeout: 10 * time.Second, "
	switch {
	case len(lit.Elts) == 0:
		text = "ReadHeaderTimeout: 10 * time.Second"
	case c.Fset.Position(lit.Elts[0].Pos()).Line != c.Fset.Position(lit.Lbrace).Line:
		text = "\nReadHeaderTimeout: 10 * time.Second,"
	}
	return &analysis.SuggestedFix{
		Message:   "Add ReadHeaderTimeout",
		TextEdits: []analysis.TextEdit{{Pos: lit.Lbrace + 1, End: lit.Lbrace + 1, NewText: []byte(text)}},
	}
}
