package errpath

import (
	"go/constant"
	"go/types"
	"slices"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// builtin holds the calls of all frameworks, by FullName.
var builtin = sync.OnceValue(func() map[string]Answer {
	out := make(map[string]Answer)
	for _, f := range frameworks() {
		for name, a := range f.calls {
			out[name] = a
		}
	}
	return out
})

// responderOf returns the framework whose answers a value of type t carries.
func responderOf(t types.Type) *framework {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	all := frameworks()
	for i := range all {
		if f := &all[i]; f.responder == n.Obj().Name() && f.pkg == n.Obj().Pkg().Path() {
			return f
		}
	}
	return nil
}

// Serves reports whether a package can have handlers: it imports a framework, or
// is one.
func Serves(pkg *types.Package) bool {
	known := func(p *types.Package) bool {
		return slices.ContainsFunc(frameworks(), func(f framework) bool { return f.pkg == p.Path() })
	}
	return known(pkg) || slices.ContainsFunc(pkg.Imports(), known)
}

// handler returns the framework that fn answers through, by its parameters.
func handler(fn *ssa.Function) *framework {
	for _, p := range fn.Params {
		if f := responderOf(p.Type()); f != nil {
			return f
		}
	}
	return nil
}

func handles(fn *ssa.Function) bool { return handler(fn) != nil }

// answer returns what a call answers, for the handler that it is in.
func (e *Engine) answer(call *ssa.Call) (Answer, bool) {
	fn := ssaquery.Callee(&call.Call)
	if fn == nil {
		return Answer{}, false
	}
	a, ok := builtin()[fn.FullName()]
	switch {
	case ok && a.Body:
		if status := e.chainedStatus(call); status > 0 {
			return fixed(status), true
		}
		return a, carriesResponder(call)
	case ok:
		return a, true
	}
	if callee := call.Call.StaticCallee(); callee != nil && callee.Pkg == call.Parent().Pkg && callee.Blocks != nil {
		a = e.summary(callee).Answer
		return a, a != Answer{}
	}
	return e.Answers(fn)
}

// chainedStatus returns the status that the receiver of a body call has set:
// c.Status(404).JSON(v).
func (e *Engine) chainedStatus(call *ssa.Call) int {
	recv, ok := ssaquery.Receiver(&call.Call).(*ssa.Call)
	if !ok {
		return 0
	}
	fn := ssaquery.Callee(&recv.Call)
	if fn == nil {
		return 0
	}
	if a := builtin()[fn.FullName()]; a.Sets {
		status, _ := statusConst(argument(recv, a.Param-1))
		return status
	}
	return 0
}

// carriesResponder reports whether a call writes to a response: by its
// receiver, or by its first argument, or through an encoder made for it.
func carriesResponder(call *ssa.Call) bool {
	vals := ssaquery.Args(&call.Call)
	if r := ssaquery.Receiver(&call.Call); r != nil {
		vals = append([]ssa.Value{r}, vals...)
	}
	for i, v := range vals {
		if i < 2 && isResponder(v) {
			return true
		}
	}
	return false
}

// isResponder reports whether v is a response, or an encoder that writes to one.
func isResponder(v ssa.Value) bool {
	if responderOf(v.Type()) != nil {
		return true
	}
	switch x := v.(type) {
	case *ssa.ChangeInterface:
		return isResponder(x.X)
	case *ssa.MakeInterface:
		return isResponder(x.X)
	case *ssa.Call:
		for _, a := range x.Call.Args {
			if responderOf(a.Type()) == nil {
				if c, ok := a.(*ssa.ChangeInterface); !ok || responderOf(c.X.Type()) == nil {
					continue
				}
			}
			return true
		}
	}
	return false
}

// passesResponder reports whether a call gets the response of its handler.
func passesResponder(call *ssa.Call) bool {
	for _, a := range call.Call.Args {
		if isResponder(a) {
			return true
		}
	}
	return call.Call.IsInvoke() && isResponder(call.Call.Value)
}

// Prepare computes what the helpers among funcs answer. Afterwards the engine
// may be used by several goroutines.
func (e *Engine) Prepare(funcs []*ssa.Function) {
	e.own = make(map[*ssa.Function]summary)
	for _, fn := range funcs {
		e.summary(fn)
	}
	e.prepared = true
}

// Summary returns what a prepared helper answers whenever it answers: one
// constant status, or the status that one parameter holds; the zero Answer if
// that is not known.
func (e *Engine) Summary(fn *ssa.Function) Answer { return e.own[fn].Answer }

// A summary is what a helper answers.
type summary struct {
	Answer
	silent bool // it gets the response and answers nothing
}

func (e *Engine) summary(fn *ssa.Function) summary {
	if a, ok := e.own[fn]; ok || e.prepared || !handles(fn) {
		return a
	}
	e.own[fn] = summary{} // while it is computed: recursion answers nothing
	e.own[fn] = e.summarize(fn)
	return e.own[fn]
}

// summarize joins the first answers of a helper: what it answers behind one,
// when sending that failed, does not count.
func (e *Engine) summarize(fn *ssa.Function) summary {
	var sum Answer
	var answered []*ssa.BasicBlock
	behind := func(b *ssa.BasicBlock) bool {
		return slices.ContainsFunc(answered, func(a *ssa.BasicBlock) bool { return a.Dominates(b) })
	}
	for _, b := range fn.DomPreorder() {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || behind(b) && !sum.Sets || !passesResponder(call) && !carriesResponder(call) || e.silent(call) {
				continue
			}
			a, known := e.answer(call)
			if a = lift(fn, call, a); !known || a == (Answer{}) {
				return summary{}
			}
			switch {
			case sum == (Answer{}), sum.Sets && a.Body && behind(b):
				a.Status, a.Param = max(a.Status, sum.Status), max(a.Param, sum.Param)
				a.Body = a.Body && a.Status+a.Param == 0
				sum = a
			case behind(b): // behind a status that was set: the body, or its failure
			case a != sum:
				return summary{}
			}
			answered = append(answered, b)
		}
	}
	if sum == (Answer{}) {
		return summary{silent: true}
	}
	if !onEveryPath(fn, answered) {
		return summary{} // a check that answers when it fails
	}
	sum.Sets = false
	return summary{Answer: sum}
}

// silent reports whether a call gets the response and answers nothing.
func (e *Engine) silent(call *ssa.Call) bool {
	if harmless(call) {
		return true
	}
	callee := call.Call.StaticCallee()
	return callee != nil && callee.Pkg == call.Parent().Pkg && callee.Blocks != nil && e.summary(callee).silent
}

// onEveryPath reports whether each return of fn lies behind one of the blocks.
func onEveryPath(fn *ssa.Function, blocks []*ssa.BasicBlock) bool {
	for _, b := range fn.Blocks {
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); !ok {
			continue
		}
		if !slices.ContainsFunc(blocks, func(a *ssa.BasicBlock) bool { return a.Dominates(b) }) {
			return false
		}
	}
	return true
}

// lift turns the answer of a call into one of the function around it.
func lift(fn *ssa.Function, call *ssa.Call, a Answer) Answer {
	if a.Param == 0 {
		return a
	}
	v := argument(call, a.Param-1)
	if status, ok := statusConst(v); ok {
		return Answer{Status: status, Sets: a.Sets}
	}
	offset := 0
	if fn.Signature.Recv() != nil {
		offset = 1
	}
	for i, p := range fn.Params {
		if p == v && i >= offset {
			return Answer{Param: i - offset + 1, Sets: a.Sets}
		}
	}
	return Answer{}
}

func argument(call *ssa.Call, i int) ssa.Value {
	if args := ssaquery.Args(&call.Call); i < len(args) {
		return args[i]
	}
	return nil
}

func statusConst(v ssa.Value) (int, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
		return 0, false
	}
	n, ok := constant.Int64Val(c.Value)
	return int(n), ok
}

// harmless reports whether a call gets the response and answers nothing.
func harmless(call *ssa.Call) bool {
	fn := ssaquery.Callee(&call.Call)
	if fn == nil {
		return false
	}
	switch fn.FullName() {
	case "net/http.MaxBytesReader", "(net/http.ResponseWriter).Header", "net/http.SetCookie", "encoding/json.NewEncoder", "encoding/xml.NewEncoder",
		"net/http.NewResponseController":
		return true
	}
	f := responderOf(recvType(fn))
	return f != nil && f.implicit+len(f.pkg) > 0 && reads[fn.Name()]
}

func recvType(fn *types.Func) types.Type {
	if r := fn.Signature().Recv(); r != nil {
		return r.Type()
	}
	return types.Typ[types.Invalid]
}

// reads are methods of contexts that only ask for the request.
var reads = map[string]bool{
	"Param": true, "Params": true, "Query": true, "DefaultQuery": true, "QueryParam": true, "PostForm": true, "FormValue": true, "GetHeader": true,
	"Get": true, "GetString": true, "GetInt": true, "GetUint": true, "GetInt64": true, "MustGet": true, "Set": true, "Locals": true, "Cookie": true,
	"ShouldBind": true, "ShouldBindJSON": true, "ShouldBindQuery": true, "ShouldBindUri": true, "Bind": true, "BodyParser": true, "Body": true,
	"Request": true, "Response": true, "ClientIP": true, "RealIP": true, "IP": true, "FullPath": true, "Path": true, "UserContext": true, "Context": true,
	"FormFile": true, "MultipartForm": true, "Header": true, "Logger": true, "SetCookie": true, "Validate": true,
}

// IsResponder reports whether values of type t carry the answer of a handler.
func IsResponder(t types.Type) bool { return responderOf(t) != nil }

// Answers reports whether a function of that signature answers a request.
func Answers(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if IsResponder(v.Type()) {
			return true
		}
	}
	return false
}
