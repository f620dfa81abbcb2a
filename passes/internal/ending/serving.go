package ending

import (
	"go/ast"
	"go/types"
	"regexp"
	"strings"

	"github.com/prodvet/prodvet/passes/internal/errpath"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Server is a function that runs while the program serves: a handler, a
// method of a gRPC service, a consumer of messages.
type Server struct {
	Body *ast.BlockStmt
	What string // "handler", "gRPC method", "consumer"
}

// messages are the types that consumers of queues get.
var messages = map[string]string{
	"cloud.google.com/go/pubsub":                          "Message",
	"cloud.google.com/go/pubsub/v2":                       "Message",
	"github.com/IBM/sarama":                               "ConsumerMessage",
	"github.com/Shopify/sarama":                           "ConsumerMessage",
	"github.com/confluentinc/confluent-kafka-go/v2/kafka": "Message",
	"github.com/nats-io/nats.go":                          "Msg",
	"github.com/rabbitmq/amqp091-go":                      "Delivery",
	"github.com/segmentio/kafka-go":                       "Message",
	"github.com/streadway/amqp":                           "Delivery",
}

func isMessage(t types.Type) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && messages[n.Obj().Pkg().Path()] == n.Obj().Name()
}

// deliberate matches the names of functions that are there to end the process.
var deliberate = regexp.MustCompile(`(?i)quit|exit|shutdown|restart|stop|kill|terminate|reboot|upgrade|crash|die|fatal|^(handle)?panic(handler)?$`)

// Servers returns the serving functions of the package, in source order.
func (s *Solver) Servers() []Server {
	var out []Server
	for _, f := range s.in.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				fn, ok := s.in.Info.Defs[n.Name].(*types.Func)
				if ok && n.Body != nil && !deliberate.MatchString(n.Name.Name) {
					if what := s.serves(fn.Signature(), n.Body); what != "" {
						out = append(out, Server{n.Body, what})
					}
				}
			case *ast.FuncLit:
				if sig, ok := s.in.Info.TypeOf(n).(*types.Signature); ok {
					if what := s.serves(sig, n.Body); what != "" {
						out = append(out, Server{n.Body, what})
					}
				}
			}
			return true
		})
	}
	return out
}

// serves says what a function of the signature and body serves; "" if nothing.
func (s *Solver) serves(sig *types.Signature, body *ast.BlockStmt) string {
	if Answers(sig) {
		return "handler"
	}
	for i := range sig.Params().Len() {
		if isMessage(sig.Params().At(i).Type()) {
			return "consumer"
		}
	}
	if recv := sig.Recv(); recv != nil && EmbedsService(recv.Type()) && sig.Params().Len() == 2 && typequery.IsNamed(sig.Params().At(0).Type(), "context", "Context") {
		return "gRPC method"
	}
	if s.consumes(body) {
		return "consumer"
	}
	return ""
}

// Answers reports whether a function with the signature gets the answer of a
// handler.
func Answers(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if errpath.IsResponder(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}

// EmbedsService reports whether t embeds the stub that generated gRPC code
// makes for services: its methods are those of a service.
func EmbedsService(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for i := range st.NumFields() {
		if f := st.Field(i); f.Embedded() && strings.HasPrefix(f.Name(), "Unimplemented") {
			return true
		}
	}
	return false
}

// consumes reports whether a body itself loops over messages.
func (s *Solver) consumes(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.RangeStmt:
			if c, ok := s.in.Info.TypeOf(n.X).Underlying().(*types.Chan); ok && isMessage(c.Elem()) {
				found = true
			}
		case *ast.ForStmt:
			found = found || n.Cond == nil && s.receives(n.Body)
		}
		return !found
	})
	return found
}

// receives reports whether a body calls something that yields a message.
func (s *Solver) receives(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if ok {
			if tuple, isTuple := s.in.Info.TypeOf(call).(*types.Tuple); isTuple && tuple.Len() == 2 {
				found = found || isMessage(tuple.At(0).Type())
			}
		}
		return !found
	})
	return found
}

// Reached returns the bodies of the package's functions that run when serving
// functions do: those themselves, and what they call by name.
func (s *Solver) Reached(servers []Server) map[*ast.BlockStmt]bool {
	out := make(map[*ast.BlockStmt]bool)
	var work []*ast.BlockStmt
	add := func(b *ast.BlockStmt) {
		if !out[b] {
			out[b] = true
			work = append(work, b)
		}
	}
	for _, sv := range servers {
		add(sv.Body)
	}
	for len(work) > 0 {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		ast.Inspect(b, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if fn := typequery.Callee(s.in.Info, call); fn != nil && s.decls[fn] != nil && !deliberate.MatchString(fn.Name()) {
					add(s.decls[fn].Body)
				}
			}
			return true
		})
	}
	return out
}
