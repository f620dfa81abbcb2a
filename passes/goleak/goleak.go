package goleak

import (
	_ "embed"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/diag"
	"github.com/prodvet/prodvet/passes/internal/typequery"
	"github.com/prodvet/prodvet/passes/ownerfacts"
)

//go:embed doc.go
var doc string

// Categories of the findings.
const (
	CategorySend  = "send"  // the receiver may have left
	CategoryRange = "range" // nobody closes the channel
	CategoryTwice = "twice" // more sends than receives
	CategoryLoop  = "loop"  // no way out
)

// Analyzer reports goroutines that can block for ever.
var Analyzer = &analysis.Analyzer{
	Name:     "goleak",
	Doc:      diag.Doc(doc, "goleak"),
	URL:      diag.URL("goleak"),
	Run:      diag.Guard(run, nil),
	Requires: []*analysis.Analyzer{ownerfacts.Analyzer},
}

func run(pass *analysis.Pass) (any, error) {
	own := pass.ResultOf[ownerfacts.Analyzer].(*ownerfacts.Result)
	for _, fn := range own.Funcs() {
		if own.OneShot(fn) || typequery.IsTest(pass, fn.Pos()) || typequery.Generated(pass, fn.Pos()) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				switch x := instr.(type) {
				case *ssa.MakeChan:
					if c := follow(x); c != nil {
						report(pass, c)
					}
				case *ssa.Go:
					reportLoop(pass, x)
				}
			}
		}
	}
	return nil, nil
}

// report reports the first shape that the channel has.
func report(pass *analysis.Pass, c *channel) {
	if g, exit := c.abandoned(); g != nil {
		send(pass, g, exit, CategorySend, "the goroutine blocks for ever on its send when this function returns without receiving",
			"nobody receives any more when the function returns here")
	} else if g, at := c.neverClosed(); g != nil {
		send(pass, g, at.Pos(), CategoryRange, "the goroutine ranges over a channel that nobody closes, so it never ends",
			"the range waits here for a close")
	} else if g, at := c.outnumbered(); g != nil {
		send(pass, g, at, CategoryTwice, "the goroutines send more often than this function receives, so one of them blocks for ever",
			"this send has no receiver left")
	}
}

const event = " (each call leaves one goroutine more behind)"

func send(pass *analysis.Pass, g ssa.Instruction, at token.Pos, category, message, related string) {
	d := analysis.Diagnostic{Pos: g.Pos(), End: g.Pos() + token.Pos(len("go")), Category: category, Message: message + event}
	if at.IsValid() {
		d.Related = []analysis.RelatedInformation{{Pos: at, Message: related}}
	}
	pass.Report(d)
}

// reportLoop reports a goroutine of a request that loops for ever.
func reportLoop(pass *analysis.Pass, g *ssa.Go) {
	root := g.Parent()
	for root.Parent() != nil {
		root = root.Parent()
	}
	fn := started(&g.Call)
	if fn == nil || fn.Parent() == nil || !handles(root) || !endless(fn) {
		return
	}
	send(pass, g, token.NoPos, CategoryLoop, "the goroutine of a request loops without a way out", "")
}

// handles reports whether fn answers HTTP requests.
func handles(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if typequery.IsNamed(p.Type(), "net/http", "Request") || typequery.IsNamed(p.Type(), "github.com/gin-gonic/gin", "Context") ||
			typequery.IsNamed(p.Type(), "github.com/labstack/echo/v4", "Context") || typequery.IsNamed(p.Type(), "github.com/gofiber/fiber/v2", "Ctx") {
			return true
		}
	}
	return false
}

// endless reports whether fn loops and no path leaves it, a panic included.
func endless(fn *ssa.Function) bool {
	loops := false
	for _, b := range fn.Blocks {
		if b == fn.Recover {
			continue
		}
		switch b.Instrs[len(b.Instrs)-1].(type) {
		case *ssa.Return, *ssa.Panic:
			return false
		}
		for _, s := range b.Succs {
			loops = loops || s.Dominates(b)
		}
		for _, instr := range b.Instrs {
			if mayExit(instr) {
				return false
			}
		}
	}
	return loops
}

// mayExit reports whether a call could end the goroutine.
func mayExit(instr ssa.Instruction) bool {
	c, ok := instr.(ssa.CallInstruction)
	if !ok {
		return false
	}
	callee := c.Common().StaticCallee()
	return callee != nil && callee.Object() != nil && callee.Object().Pkg() != nil &&
		(callee.Object().Pkg().Path() == "runtime" || callee.Object().Pkg().Path() == "os" && callee.Name() == "Exit")
}
