package ctxflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"regexp"
	"slices"

	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// serving are the calls that serve until the server is stopped.
var serving = map[string]bool{
	"net/http.ListenAndServe": true, "net/http.ListenAndServeTLS": true, "net/http.Serve": true,
	"(*net/http.Server).ListenAndServe": true, "(*net/http.Server).ListenAndServeTLS": true,
	"(*net/http.Server).Serve": true, "(*net/http.Server).ServeTLS": true,
	"(*github.com/gin-gonic/gin.Engine).Run":          true,
	"(*github.com/gin-gonic/gin.Engine).RunTLS":       true,
	"(*github.com/labstack/echo/v4.Echo).Start":       true,
	"(*github.com/labstack/echo/v4.Echo).StartTLS":    true,
	"(*github.com/labstack/echo/v4.Echo).StartServer": true,
	"(*github.com/gofiber/fiber/v2.App).Listen":       true,
	"(*github.com/gofiber/fiber/v2.App).ListenTLS":    true,
	"(*google.golang.org/grpc.Server).Serve":          true,
}

// stopping are the methods that let a server finish its requests.
var stopping = map[string]bool{
	"Shutdown": true, "GracefulStop": true, "ShutdownWithContext": true, "ShutdownWithTimeout": true, "GracefulShutdown": true,
}

// Serving reports whether a call serves others than this machine.
func Serving(info *types.Info, call *ast.CallExpr) bool {
	return Serves(typequery.Callee(info, call)) && !Local(info, call.Args[:min(1, len(call.Args))])
}

// Serves reports whether fn, which may be nil, serves until the server is stopped.
func Serves(fn *types.Func) bool { return fn != nil && serving[fn.FullName()] }

// Local reports whether one of the arguments is the address of this machine: a
// constant, or one that a port is joined to.
func Local(info *types.Info, args []ast.Expr) bool {
	return slices.ContainsFunc(args, func(a ast.Expr) bool { return local(info, a) })
}

func local(info *types.Info, e ast.Expr) bool {
	if v := info.Types[e].Value; v != nil {
		return v.Kind() == constant.String && loopback.MatchString(constant.StringVal(v))
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return local(info, e.X)
	case *ast.CallExpr:
		fn := typequery.Callee(info, e)
		return fn != nil && len(e.Args) > 0 && (fn.FullName() == "fmt.Sprintf" || fn.FullName() == "net.JoinHostPort") && local(info, e.Args[0])
	}
	return false
}

// loopback matches addresses that only this machine reaches.
var loopback = regexp.MustCompile(`^(localhost(:|$)|127\.|\[::1\]|::1$)`)

// Stopping reports whether a call lets a server finish its requests.
func Stopping(info *types.Info, call *ast.CallExpr) bool {
	return Stops(typequery.Callee(info, call))
}

// StoppingValue reports whether a selector is the method that lets a server
// finish its requests: called, or handed to somebody who calls it.
func StoppingValue(info *types.Info, sel *ast.SelectorExpr) bool {
	fn, _ := info.Uses[sel.Sel].(*types.Func)
	return Stops(fn)
}

// Stops reports whether fn, which may be nil, lets a server finish its requests.
func Stops(fn *types.Func) bool {
	if fn == nil || fn.Signature().Recv() == nil {
		return false
	}
	// Who closes a server has decided to cut off what it serves.
	return stopping[fn.Name()] || fn.FullName() == "(*net/http.Server).Close"
}
