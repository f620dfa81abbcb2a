package errpath

import (
	"go/types"
	"path"
	"regexp"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

type pointer interface {
	types.Type
	Elem() types.Type
}

// A kind says what a call means to a path that carries an error.
type kind uint8

const (
	other    kind = iota
	logging       // writes a log line
	ending        // ends the process or the goroutine
	pure          // computes something of its arguments
	cleaning      // gives something back: no way to handle an error
)

var (
	logPackage = regexp.MustCompile(`(?i)^([a-z]*log|logr|logrus|slog|zap|zerolog|logging|logger|logutils?|tlog|clog)$`)
	logType    = regexp.MustCompile(`(?i)(log|logger|logging|logentry)$`)
	logMethod  = regexp.MustCompile(`(?i)^(debug|info|warn|warning|error|err|print|trace|notice|crit|critical|alert|log)(f|ln|w|s|d|depth|ctx|context|msg)?$`)
	logHelper  = regexp.MustCompile(`^(?:[a-z]+Log|log|Log)([A-Z_]\w*|f|ln)?$`)
	quietName  = regexp.MustCompile(`(?i)^(debug|info|warn|warning|trace)`)
	endingName = regexp.MustCompile(`^(Fatal|Panic|Exit|fatal|die)`)
	exitName   = regexp.MustCompile(`^(Fatal|Exit)(f|ln|w|Depth|Context)?$`)
	purePkg    = regexp.MustCompile(`^(errors|strings|strconv|bytes|unicode|unicode/utf8|path|path/filepath|reflect|sort|slices|maps|cmp|math|net/url|time|html|context|github\.com/pkg/errors|golang\.org/x/xerrors)$`)
)

// cleanups are methods that give something back.
var cleanups = map[string]bool{
	"Close": true, "Rollback": true, "Unlock": true, "RUnlock": true, "Stop": true, "End": true,
	"Done": true, "Finish": true, "Release": true, "CloseNow": true, "Put": true,
}

// classify says what a call means to a path that carries an error.
func classify(c *ssa.CallCommon, fn *types.Func) kind {
	if b, ok := c.Value.(*ssa.Builtin); ok && !c.IsInvoke() {
		if b.Name() == "print" || b.Name() == "println" {
			return logging
		}
		return pure
	}
	if fn == nil {
		return callsCancel(c)
	}
	pkg := ""
	if fn.Pkg() != nil {
		pkg = fn.Pkg().Path()
	}
	switch {
	case pkg == "os" && fn.Name() == "Exit" || pkg == "runtime" && fn.Name() == "Goexit":
		return ending
	case pkg == "fmt":
		return formats(c, fn)
	case logs(pkg, fn), chained(c):
		if endingName.MatchString(fn.Name()) {
			return ending
		}
		return logging
	case purePkg.MatchString(pkg) && fn.Name() != "Sleep", fn.Name() == "Error" && fn.Signature().Params().Len() == 0:
		return pure
	case cleanups[fn.Name()] && fn.Signature().Recv() != nil:
		return cleaning
	}
	return other
}

// chained reports whether the receiver of a call is what a logger returned.
func chained(c *ssa.CallCommon) bool {
	recv, ok := ssaquery.Receiver(c).(*ssa.Call)
	if !ok {
		return false
	}
	fn := ssaquery.Callee(&recv.Call)
	return fn != nil && classify(&recv.Call, fn) == logging
}

// formats classifies a function of package fmt: it prints to a terminal, makes
// a value, or writes to somebody.
func formats(c *ssa.CallCommon, fn *types.Func) kind {
	switch {
	case strings.HasPrefix(fn.Name(), "Print"):
		return logging
	case strings.HasPrefix(fn.Name(), "Fprint"):
		if g, ok := globalOf(c.Args[0]); ok && (g == "Stderr" || g == "Stdout") {
			return logging
		}
		return other
	}
	return pure
}

// globalOf returns the name of the package-level variable that v is read from.
func globalOf(v ssa.Value) (string, bool) {
	if m, ok := v.(*ssa.MakeInterface); ok {
		v = m.X
	}
	if u, ok := v.(*ssa.UnOp); ok {
		if g, ok := u.X.(*ssa.Global); ok {
			return g.Name(), true
		}
	}
	return "", false
}

// callsCancel classifies the call of a function value: one without arguments
// and results is taken for a cancel function.
func callsCancel(c *ssa.CallCommon) kind {
	if sig := c.Signature(); sig.Params().Len() == 0 && sig.Results().Len() == 0 && !c.IsInvoke() && c.StaticCallee() == nil {
		return cleaning
	}
	return other
}

// logs reports whether fn belongs to a logger: by its package, by the name of
// its receiver's type, or by its own name.
func logs(pkg string, fn *types.Func) bool {
	base := path.Base(pkg)
	if strings.HasPrefix(base, "v") && len(base) <= 3 {
		base = path.Base(path.Dir(pkg))
	}
	if logPackage.MatchString(base) {
		return true
	}
	if recv := fn.Signature().Recv(); recv != nil {
		t := recv.Type()
		if responderOf(t) != nil {
			return false // its Error hands the error on
		}
		if p, ok := types.Unalias(t).(*types.Pointer); ok {
			t = p.Elem()
		}
		if n, ok := types.Unalias(t).(*types.Named); ok && logType.MatchString(n.Obj().Name()) {
			return true
		}
		// Error(f) and Print(f) of anything else: a context, a service.
		if logMethod.MatchString(fn.Name()) && fn.Signature().Results().Len() == 0 && fn.Signature().Params().Len() > 0 {
			return true
		}
	}
	return logHelper.MatchString(fn.Name()) && fn.Signature().Results().Len() == 0
}

// quiet reports whether a log function has a level below error.
func quiet(fn *types.Func) bool { return fn != nil && quietName.MatchString(fn.Name()) }

// Ends reports whether a call ends the process or the goroutine: a function of
// that name in a logger, os.Exit, runtime.Goexit, or a helper that begins with
// such a call.
func Ends(c *ssa.CallCommon) bool { return ends(c, 0) }

func ends(c *ssa.CallCommon, depth int) bool {
	fn := ssaquery.Callee(c)
	if fn == nil {
		return false
	}
	if classify(c, fn) == ending {
		return true
	}
	callee := c.StaticCallee()
	if callee == nil || callee.Blocks == nil || depth > 1 {
		return false
	}
	for _, instr := range callee.Blocks[0].Instrs {
		if call, ok := instr.(*ssa.Call); ok && ends(&call.Call, depth+1) {
			return true
		}
	}
	return false
}

// Logs reports whether fn belongs to a logger.
func Logs(fn *types.Func) bool { return fn.Pkg() != nil && logs(fn.Pkg().Path(), fn) }

// EndsProcess reports whether fn ends the process: os.Exit, or Fatal and Exit of
// a logger.
func EndsProcess(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if fn.Pkg().Path() == "os" {
		return fn.Name() == "Exit"
	}
	return logs(fn.Pkg().Path(), fn) && exitName.MatchString(fn.Name())
}
