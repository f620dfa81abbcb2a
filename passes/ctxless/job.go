package ctxless

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/ctxflow"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// CategoryJob: a scheduled job waits without any context.
const CategoryJob = "job"

// schedulers are the functions that run their function argument again and again.
var schedulers = map[string]bool{
	"(*github.com/robfig/cron.Cron).AddFunc":    true,
	"(*github.com/robfig/cron/v3.Cron).AddFunc": true,
}

// jobs reports the functions that scheduled jobs consist of and that wait
// without a context, once each: nothing can end them, and the next run comes.
func (c *checker) jobs() {
	seen := make(map[*types.Func]bool)
	var work []*types.Func
	add := func(fn *types.Func) {
		if fn != nil && !seen[fn] && c.flow.Decl(fn) != nil {
			seen[fn] = true
			work = append(work, fn)
		}
	}
	for _, f := range c.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			if fn := typequery.Callee(c.TypesInfo, call); fn != nil && schedulers[fn.FullName()] && len(call.Args) > 1 {
				c.callees(call.Args[1], add)
			}
			return true
		})
	}
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		c.job(fn)
		c.callees(c.flow.Decl(fn).Body, add)
	}
}

// callees calls add for the functions that a node mentions.
func (c *checker) callees(n ast.Node, add func(*types.Func)) {
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			fn, _ := c.TypesInfo.Uses[id].(*types.Func)
			add(fn)
		}
		return true
	})
}

// job reports the first call in a job that itself waits.
func (c *checker) job(fn *types.Func) {
	reported := false
	c.flow.Waits(c.flow.Decl(fn), func(call *ast.CallExpr, chain ctxflow.Chain) {
		if reported || len(chain) > 1 || c.seen[call] {
			return
		}
		reported = true
		c.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: CategoryJob,
			Message: fmt.Sprintf("%s waits in a scheduled job without any context: when the other side hangs, nothing ends the job, and a shutdown cuts it off", typequery.Name(call.Fun)),
		})
	})
}
