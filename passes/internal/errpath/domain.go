package errpath

import (
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
)

// A Claim is how a path claims success after a failure.
type Claim uint8

const (
	// NilReturn: the branch that found the error returns a nil error.
	NilReturn Claim = iota + 1
	// WrongError: another error is returned, which is nil there.
	WrongError
	// Overwritten: the variable of the error is set again before anybody reads it.
	Overwritten
	// Answered: a handler answers 2xx, or nothing, which is an empty 200.
	Answered
	// LogOnly: the error is logged, and the function returns success later.
	LogOnly
	// Empty: the error is found and forgotten.
	Empty
	// Partial: a loop goes on to the next element, and the function returns success.
	Partial
	// Dropped: an object carries the error, and nobody asks it.
	Dropped
	// ClientFault: any failure is answered with a status that blames the client.
	ClientFault
)

// A Loss is a failed call after which some path claims success.
type Loss struct {
	Claim  Claim
	Call   *ssa.Call
	At     token.Pos // of the return, the answer or the overwriting call; NoPos for an implicit return
	Test   *ssa.If   // the branch that found the error, or nil
	Status int       // what the handler answers: 0 if nothing
	Logged bool      // the error, or the failure, was logged
	Value  bool      // a result beside the nil error carries something
	Handle bool      // the function is a handler
	Quiet  bool      // the log line has a level below error
	Exists bool      // only the error of the call is asked for, nothing else it yields
}

// An Engine answers for the functions of one package.
type Engine struct {
	// Tells reports whether a callee logs its own failure.
	Tells func(*types.Func) bool
	// Answers returns what a callee of another package answers; false if unknown.
	Answers func(*types.Func) (Answer, bool)

	own      map[*ssa.Function]summary
	prepared bool
}

// Lost returns how some path claims success after call failed.
func (e *Engine) Lost(call *ssa.Call) []Loss {
	errs, rest := failure(call)
	w := &walker{eng: e, fn: call.Parent(), call: call, rest: rest, seen: make(map[visit]int)}
	w.handler = handles(w.fn)
	switch {
	case len(errs) == 0 && unasked(call):
		return []Loss{{Claim: Dropped, Call: call, Handle: w.handler}}
	case len(errs) == 0:
		return nil
	case unread(errs) && decoded(rest):
		return nil
	case unread(errs):
		return []Loss{{Claim: Overwritten, Call: call, Handle: w.handler, Exists: !used(rest)}}
	}
	if cmp := onlyCompared(errs); cmp != nil {
		return []Loss{{Claim: Empty, Call: call, At: cmp.Pos(), Handle: w.handler}}
	}
	st := state{block: call.Block(), next: indexOf(call) + 1, errs: make(map[ssa.Value]bool)}
	st.dominating(call.Block())
	for _, v := range errs {
		st.errs[v] = true
	}
	w.run(st)
	return w.losses
}

// failure returns the values that are the error of a call, and the other
// values that it yields: results beside an error, or the fields and methods of
// an object that carries its error.
func failure(call *ssa.Call) (errs, rest []ssa.Value) {
	results := call.Call.Signature().Results()
	n := results.Len()
	switch {
	case n == 0:
		return nil, nil
	case n == 1 && isError(results.At(0).Type()):
		return []ssa.Value{call}, nil
	case n == 1 && Carrier(results.At(0).Type()):
		return carried(call), nil
	case !isError(results.At(n - 1).Type()):
		return nil, nil
	}
	for _, ref := range *call.Referrers() {
		if x, ok := ref.(*ssa.Extract); ok {
			if x.Index == n-1 {
				errs = append(errs, x)
			} else {
				rest = append(rest, x)
			}
		}
	}
	return errs, rest
}

// Carrier reports whether values of type t carry the error of the operation
// that made them: in a field Error, as gorm's, or behind a method Err beside
// Val or Result, as the commands of Redis clients.
func Carrier(t types.Type) bool {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return false
	}
	if obj, _, _ := types.LookupFieldOrMethod(p, true, nil, "Error"); obj != nil {
		f, ok := obj.(*types.Var)
		if ok && f.IsField() && isError(f.Type()) {
			rows, _, _ := types.LookupFieldOrMethod(p, true, nil, "RowsAffected")
			return rows != nil
		}
	}
	return errMethod(p) && hasMethod(p, "Val") && hasMethod(p, "Result")
}

func errMethod(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Err")
	m, ok := obj.(*types.Func)
	return ok && m.Signature().Params().Len() == 0 && m.Signature().Results().Len() == 1 && isError(m.Signature().Results().At(0).Type())
}

func hasMethod(t types.Type, name string) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	_, ok := obj.(*types.Func)
	return ok
}

// carried returns the reads of the error that an object carries.
func carried(obj ssa.Value) []ssa.Value {
	var out []ssa.Value
	for _, ref := range *obj.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if embedded(ref) {
				out = append(out, carried(ref)...)
			}
			if fieldName(ref) == "Error" {
				for _, load := range *ref.Referrers() {
					if u, ok := load.(*ssa.UnOp); ok && u.Op == token.MUL {
						out = append(out, u)
					}
				}
			}
		case *ssa.Call:
			out = append(out, errOf(ref, obj)...)
		}
	}
	return out
}

// errOf returns the error that obj.Err() or obj.Result() yields.
func errOf(call *ssa.Call, obj ssa.Value) []ssa.Value {
	if len(call.Call.Args) == 0 || call.Call.Args[0] != obj || call.Call.StaticCallee() == nil {
		return nil
	}
	res := call.Call.Signature().Results()
	if res.Len() == 0 || !isError(res.At(res.Len()-1).Type()) {
		return nil
	}
	errs, _ := failure(call)
	return errs
}

func fieldName(f *ssa.FieldAddr) string { return fieldOf(f).Name() }

// embedded reports whether the field of an address is an embedded one: its
// methods are those of the object.
func embedded(f *ssa.FieldAddr) bool { return fieldOf(f).Embedded() }

func fieldOf(f *ssa.FieldAddr) *types.Var {
	return f.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct).Field(f.Field)
}

func isError(t types.Type) bool {
	return types.Identical(t, types.Universe.Lookup("error").Type())
}

// unread reports whether no instruction uses the errors.
func unread(errs []ssa.Value) bool {
	for _, e := range errs {
		if len(*e.Referrers()) > 0 {
			return false
		}
	}
	return true
}

// decoder matches calls that fail for the nothing that a failed call has yielded.
var decoder = regexp.MustCompile(`^(Unmarshal|Decode|Parse)`)

// decoded reports whether what a call yields beside its error goes to a decoder
// whose error is read.
func decoded(rest []ssa.Value) bool {
	for _, v := range rest {
		for _, ref := range *v.Referrers() {
			call, ok := ref.(*ssa.Call)
			if !ok {
				continue
			}
			if fn := ssaquery.Callee(&call.Call); fn != nil && decoder.MatchString(fn.Name()) && !Unread(call) && len(*call.Referrers()) > 0 {
				return true
			}
		}
	}
	return false
}

// Unread reports whether nothing reads the error that a call yields beside
// another result, which is used.
func Unread(call *ssa.Call) bool {
	errs, rest := failure(call)
	return len(errs) > 0 && len(rest) > 0 && unread(errs) && used(rest)
}

// onlyCompared returns the comparison that the errors are used for alone, while
// nothing depends on it: the branch is empty.
func onlyCompared(errs []ssa.Value) *ssa.BinOp {
	var last *ssa.BinOp
	for _, e := range errs {
		for _, ref := range *e.Referrers() {
			cmp, ok := ref.(*ssa.BinOp)
			if !ok || len(*cmp.Referrers()) > 0 {
				return nil
			}
			last = cmp
		}
	}
	return last
}

// unasked reports whether a call yields an object that carries its error, and
// its function looks at the rest of it only.
func unasked(call *ssa.Call) bool {
	res := call.Call.Signature().Results()
	if res.Len() != 1 || !Carrier(res.At(0).Type()) || len(*call.Referrers()) == 0 {
		return false
	}
	for _, ref := range *call.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr:
			if embedded(ref) {
				return false
			}
		case *ssa.Call:
			c := ref.Call.StaticCallee()
			if c == nil || c.Name() != "Val" || len(ref.Call.Args) != 1 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// indexOf returns the place of an instruction in its block.
func indexOf(instr ssa.Instruction) int { return slices.Index(instr.Block().Instrs, instr) }
