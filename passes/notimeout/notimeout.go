package notimeout

import (
	_ "embed"
	"flag"
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Categories of findings. The last two are notes, off by default.
const (
	CategoryClient = "client" // a request without limit
	CategoryServer = "server" // a server that waits for ever for a request
	CategoryListen = "listen" // a shortcut that makes such a server
	CategoryDial   = "dial"   // a connection without limit
	CategorySMTP   = "smtp"   // a mail without limit
)

//go:embed doc.go
var doc string

var notes bool

func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.BoolVar(&notes, "notes", false, "report findings of level note too")
	return fs
}

// Analyzer reports network work without any time limit.
var Analyzer = &analysis.Analyzer{
	Name:  "notimeout",
	Doc:   diag.Doc(doc, "notimeout"),
	URL:   diag.URL("notimeout"),
	Flags: flags(),
	Run:   diag.Guard(run, nil),
}

// A checker is one run over one package.
type checker struct {
	*analysis.Pass
	world *world
}

func run(pass *analysis.Pass) (any, error) {
	if !imports(pass.Pkg) {
		return nil, nil
	}
	c := &checker{pass, survey(pass)}
	for _, f := range pass.Files {
		if typequery.IsGenerated(f) || typequery.IsTest(pass, f.Package) {
			continue
		}
		completed := make(map[ast.Expr]bool)
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				c.call(n)
				if typequery.IsNamed(pass.TypesInfo.TypeOf(n), "net/http", "Server") {
					for _, arg := range n.Args { // who hands a server on may set its limits
						if u, ok := arg.(*ast.UnaryExpr); ok {
							completed[u.X] = true
						}
					}
				}
			case *ast.CompositeLit:
				if !completed[n] {
					c.server(n)
				}
			}
			return true
		})
	}
	return nil, nil
}

// imports reports whether the package can do network work at all.
func imports(pkg *types.Package) bool {
	for _, p := range pkg.Imports() {
		switch p.Path() {
		case "net", "net/http", "net/smtp", "github.com/gin-gonic/gin", "github.com/labstack/echo/v4", "github.com/gofiber/fiber/v2":
			return true
		}
	}
	return false
}

func (c *checker) call(call *ast.CallExpr) {
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil || fn.Pkg() == nil {
		return
	}
	name := typequery.Name(call.Fun)
	full := fn.FullName()
	switch {
	case shortcuts[full]:
		c.listen(call, full, name)
	case wrapped(fn) && c.unlimited(call, fn):
		// The client's own limit may be out of reach; a context is not.
		c.report(c.requestOf(call), CategoryClient, fmt.Sprintf("%s sends this request without any time limit: a server that accepts and never answers holds the goroutine and its connection for ever", name))
	case requests[full] && c.unlimited(call, fn):
		c.report(call, CategoryClient, fmt.Sprintf("%s has no time limit: a server that accepts and never answers holds the goroutine and its connection for ever", name))
	case (full == "net.Dial" || full == "crypto/tls.Dial") && notes && !c.datagrams(call):
		c.report(call, CategoryDial, fmt.Sprintf("%s has no time limit: the system's own is minutes", name))
	case full == "net/smtp.SendMail" && notes:
		c.report(call, CategorySMTP, fmt.Sprintf("%s has no time limit: a mail server that hangs holds the goroutine for ever", name))
	}
}

func (c *checker) report(n ast.Node, category, message string) {
	c.Report(analysis.Diagnostic{Pos: n.Pos(), End: n.End(), Category: category, Message: message})
}

// requests are the calls that send a request.
var requests = map[string]bool{
	"net/http.Get": true, "net/http.Head": true, "net/http.Post": true, "net/http.PostForm": true,
	"(*net/http.Client).Get": true, "(*net/http.Client).Head": true, "(*net/http.Client).Post": true,
	"(*net/http.Client).PostForm": true, "(*net/http.Client).Do": true,
}

// wrappers are packages of other libraries whose New makes a Client that sends with
// an http.Client without time limit, unless its field Timeout gets one.
var wrappers = map[string]bool{
	"github.com/sethgrid/pester": true,
}

// wrapped reports whether fn sends a request through such a client.
func wrapped(fn *types.Func) bool {
	recv := fn.Signature().Recv()
	return recv != nil && wrappers[fn.Pkg().Path()] && typequery.IsNamed(recv.Type(), fn.Pkg().Path(), "Client") && sends[fn.Name()]
}

// sends are the methods by which a client sends a request.
var sends = map[string]bool{"Do": true, "Get": true, "Head": true, "Post": true, "PostForm": true}

// requestOf returns where the request of a call is made, or the call.
func (c *checker) requestOf(call *ast.CallExpr) ast.Node {
	if len(call.Args) == 1 {
		if id, ok := ast.Unparen(call.Args[0]).(*ast.Ident); ok {
			if made := c.world.sets[c.TypesInfo.ObjectOf(id)]; len(made) == 1 {
				return made[0]
			}
		}
	}
	return call
}

// unlimited reports whether neither the client nor the request of a call has a
// time limit, for certain.
func (c *checker) unlimited(call *ast.CallExpr, fn *types.Func) bool {
	if fn.Signature().Recv() == nil {
		return !c.world.defaultLimited
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || !c.limitless(sel.X, 0) {
		return false
	}
	return fn.Name() != "Do" || len(call.Args) == 1 && c.endless(call.Args[0])
}

// endless reports whether a request has no context that could end it.
func (c *checker) endless(req ast.Expr) bool {
	id, ok := ast.Unparen(req).(*ast.Ident)
	if !ok {
		return false
	}
	made := c.world.sets[c.TypesInfo.ObjectOf(id)]
	if len(made) == 0 || c.world.contexts[c.TypesInfo.ObjectOf(id)] {
		return false
	}
	for _, e := range made {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok {
			return false
		}
		fn := typequery.Callee(c.TypesInfo, call)
		switch {
		case fn == nil:
			return false
		case fn.FullName() == "net/http.NewRequest":
		case fn.FullName() == "net/http.NewRequestWithContext" && c.fresh(call.Args[0]):
		default:
			return false
		}
	}
	return true
}

// fresh reports whether a context never ends: a fresh one, with values or not.
func (c *checker) fresh(e ast.Expr) bool {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		sets := c.world.sets[c.TypesInfo.ObjectOf(id)]
		return len(sets) == 1 && c.fresh(sets[0])
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn := typequery.Callee(c.TypesInfo, call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "context.Background", "context.TODO":
		return true
	case "context.WithValue":
		return c.fresh(call.Args[0])
	}
	return false
}

// datagrams reports whether a dial opens no connection that could hang.
func (c *checker) datagrams(call *ast.CallExpr) bool {
	v := c.TypesInfo.Types[call.Args[0]].Value
	return v != nil && v.Kind() == constant.String && strings.HasPrefix(constant.StringVal(v), "udp")
}
