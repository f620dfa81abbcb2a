package iterate

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/prodvet/prodvet/passes/internal/ssaquery"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// Is reports whether t is an iterator with an error to ask for.
func Is(t types.Type) bool {
	if t == nil {
		return false
	}
	if tuple, ok := t.(*types.Tuple); ok && tuple.Len() == 0 {
		return false
	}
	return asksError(t) && (stepper(t, "Next") || stepper(t, "Scan"))
}

func method(t types.Type, name string) *types.Signature {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name)
	m, ok := obj.(*types.Func)
	if !ok {
		return nil
	}
	return m.Signature()
}

// asksError reports whether t has Err() error.
func asksError(t types.Type) bool {
	sig := method(t, "Err")
	return sig != nil && sig.Params().Len() == 0 && sig.Results().Len() == 1 && typequery.IsError(sig.Results().At(0).Type())
}

// stepper reports whether t has a method of that name that moves on: with no
// argument or a context, and a bool for result.
func stepper(t types.Type, name string) bool {
	sig := method(t, name)
	if sig == nil || sig.Results().Len() != 1 || sig.Params().Len() > 1 {
		return false
	}
	b, ok := sig.Results().At(0).Type().Underlying().(*types.Basic)
	if !ok || b.Kind() != types.Bool {
		return false
	}
	return sig.Params().Len() == 0 || typequery.IsNamed(sig.Params().At(0).Type(), "context", "Context")
}

// An act is what a method call does to an iterator.
type act uint8

const (
	looks  act = iota // anything else
	steps             // Next or Scan
	asks              // Err
	closes            // Close
)

// actOf returns what the call of a method of an iterator does.
func actOf(c *ssa.CallCommon) act {
	fn := ssaquery.Callee(c)
	recv := ssaquery.Receiver(c)
	if fn == nil || recv == nil {
		return looks
	}
	switch fn.Name() {
	case "Next", "Scan":
		if stepper(recv.Type(), fn.Name()) {
			return steps
		}
	case "Err":
		if asksError(recv.Type()) {
			return asks
		}
	case "Close":
		return closes
	}
	return looks
}

// Asks reports whether a call is one of an iterator's Err.
func Asks(c *ssa.CallCommon) bool {
	recv := ssaquery.Receiver(c)
	return recv != nil && Is(recv.Type()) && actOf(c) == asks
}

// steady reports whether the iterator that a call makes reads from something
// that does not fail, or that we do not know to fail: a scanner of a string, of
// standard input, of a reader from elsewhere.
func steady(call *ssa.Call) bool {
	fn := ssaquery.Callee(&call.Call)
	if fn == nil || fn.FullName() != "bufio.NewScanner" {
		return false
	}
	switch r := call.Call.Args[0].(type) {
	case *ssa.MakeInterface:
		// A function that cannot report a failure to read a file has decided.
		return !typequery.IsNamed(r.X.Type(), "os", "File") || fromGlobal(r.X) || !canFail(call.Parent())
	case *ssa.ChangeInterface:
		return !isBody(r.X) && !typequery.IsNamed(r.X.Type(), "net", "Conn")
	}
	return true
}

// canFail reports whether the last result of fn is an error.
func canFail(fn *ssa.Function) bool {
	res := fn.Signature.Results()
	return res.Len() > 0 && typequery.IsError(res.At(res.Len()-1).Type())
}

// fromGlobal reports whether v is read from a package-level variable: os.Stdin.
func fromGlobal(v ssa.Value) bool {
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	_, ok = u.X.(*ssa.Global)
	return ok
}

// isBody reports whether v is the body of an HTTP response.
func isBody(v ssa.Value) bool {
	u, ok := v.(*ssa.UnOp)
	if !ok {
		return false
	}
	f, ok := u.X.(*ssa.FieldAddr)
	return ok && typequery.IsNamed(f.X.Type(), "net/http", "Response")
}
