// Package sink knows where values take effect: which arguments are keys that
// sign, passwords that open, and addresses that are dialled; and where a value
// that reaches one was written down.
package sink

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/prodvet/prodvet/passes/internal/conf"
	"github.com/prodvet/prodvet/passes/internal/typequery"
)

// A Use says what an argument is for.
type Use uint8

const (
	Key      Use = iota + 1 // signs or encrypts
	Password                // opens something
	DSN                     // a connection string
	Address                 // is dialled
)

// calls are the functions with such arguments, by FullName: the indices of the
// arguments, without the receiver.
var calls = map[string]map[int]Use{
	"(*github.com/golang-jwt/jwt/v5.Token).SignedString": {0: Key},
	"(*github.com/golang-jwt/jwt/v4.Token).SignedString": {0: Key},
	"(*github.com/golang-jwt/jwt.Token).SignedString":    {0: Key},
	"(*github.com/dgrijalva/jwt-go.Token).SignedString":  {0: Key},
	"crypto/hmac.New":                                           {1: Key},
	"crypto/aes.NewCipher":                                      {0: Key},
	"github.com/gorilla/sessions.NewCookieStore":                {0: Key, 1: Key},
	"github.com/gorilla/sessions.NewFilesystemStore":            {1: Key},
	"github.com/gorilla/securecookie.New":                       {0: Key, 1: Key},
	"github.com/gin-contrib/sessions/cookie.NewStore":           {0: Key, 1: Key},
	"(*net/http.Request).SetBasicAuth":                          {1: Password},
	"net/smtp.PlainAuth":                                        {2: Password},
	"database/sql.Open":                                         {1: DSN},
	"github.com/jmoiron/sqlx.Open":                              {1: DSN},
	"github.com/jmoiron/sqlx.Connect":                           {1: DSN},
	"github.com/jmoiron/sqlx.MustConnect":                       {1: DSN},
	"github.com/jackc/pgx/v5.Connect":                           {1: DSN},
	"github.com/jackc/pgx/v5/pgxpool.New":                       {1: DSN},
	"gorm.io/driver/mysql.Open":                                 {0: DSN},
	"gorm.io/driver/postgres.Open":                              {0: DSN},
	"net/http.Get":                                              {0: Address},
	"net/http.Post":                                             {0: Address},
	"net/http.PostForm":                                         {0: Address},
	"net/http.NewRequest":                                       {1: Address},
	"net/http.NewRequestWithContext":                            {2: Address},
	"(*net/http.Client).Get":                                    {0: Address},
	"(*net/http.Client).Post":                                   {0: Address},
	"net.Dial":                                                  {1: Address},
	"google.golang.org/grpc.Dial":                               {0: Address},
	"google.golang.org/grpc.NewClient":                          {0: Address},
	"github.com/segmentio/kafka-go.Dial":                        {1: Address},
	"github.com/nats-io/nats.go.Connect":                        {0: Address},
	"github.com/rabbitmq/amqp091-go.Dial":                       {0: Address},
	"go.mongodb.org/mongo-driver/mongo/options.Client.ApplyURI": {0: DSN},
}

// fields are struct fields with such a use: by type and name.
var fields = map[[3]string]Use{
	{"github.com/redis/go-redis/v9", "Options", "Addr"}:     Address,
	{"github.com/redis/go-redis/v9", "Options", "Password"}: Password,
	{"github.com/go-redis/redis/v8", "Options", "Addr"}:     Address,
	{"github.com/go-redis/redis/v8", "Options", "Password"}: Password,
	{"github.com/segmentio/kafka-go", "Writer", "Addr"}:     Address,
	{"github.com/minio/minio-go/v7", "Options", "Creds"}:    Password,
}

// names are the uses as the configuration file writes them.
var names = map[string]Use{"key": Key, "password": Password, "dsn": DSN, "address": Address}

// usesOf returns the arguments of a function that have a use.
func usesOf(fn string) map[int]Use {
	out := calls[fn]
	for _, row := range conf.Current().Sinks {
		if row.Func == fn {
			out = maps.Clone(out)
			if out == nil {
				out = make(map[int]Use)
			}
			out[row.Arg] = names[row.Use]
		}
	}
	return out
}

// Each calls f for every argument and field of the files that has a use.
func Each(info *types.Info, files []*ast.File, f func(e ast.Expr, u Use, where string)) {
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				fn := typequery.Callee(info, n)
				if fn == nil {
					return true
				}
				for i, u := range usesOf(fn.FullName()) {
					if i < len(n.Args) {
						f(n.Args[i], u, types.ExprString(n.Fun))
					}
				}
			case *ast.CompositeLit:
				literal(info, n, f)
			}
			return true
		})
	}
}

func literal(info *types.Info, lit *ast.CompositeLit, f func(e ast.Expr, u Use, where string)) {
	n, ok := types.Unalias(info.TypeOf(lit)).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return
	}
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			continue
		}
		if id, ok := kv.Key.(*ast.Ident); ok {
			if u := fields[[3]string{n.Obj().Pkg().Path(), n.Obj().Name(), id.Name}]; u != 0 {
				f(kv.Value, u, n.Obj().Pkg().Name()+"."+n.Obj().Name())
			}
		}
	}
}

// An Origin is where a value was written down.
type Origin struct {
	Lit  ast.Expr // the literal
	Text string   // what it says, up to the first verb of a format
}

// Origins finds the literals that values come from: through conversions,
// constants, concatenations, formats, and variables that are set to nothing else.
type Origins struct {
	pass *analysis.Pass
	sets map[types.Object][]ast.Expr
}

// NewOrigins collects what the variables of the package are set to.
func NewOrigins(pass *analysis.Pass) *Origins {
	o := &Origins{pass, make(map[types.Object][]ast.Expr)}
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for i, l := range n.Lhs {
					if obj := o.object(l); obj != nil {
						o.sets[obj] = append(o.sets[obj], n.Rhs[min(i, len(n.Rhs)-1)])
					}
				}
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if i < len(n.Values) {
						obj := pass.TypesInfo.Defs[id]
						o.sets[obj] = append(o.sets[obj], n.Values[i])
					}
				}
			case *ast.UnaryExpr: // its address goes somewhere: flag.StringVar
				if n.Op.String() == "&" {
					if obj := o.object(n.X); obj != nil {
						o.sets[obj] = append(o.sets[obj], n)
					}
				}
			}
			return true
		})
	}
	return o
}

func (o *Origins) object(e ast.Expr) types.Object {
	switch e := ast.Unparen(e).(type) {
	case *ast.Ident:
		return o.pass.TypesInfo.ObjectOf(e)
	case *ast.SelectorExpr:
		return o.pass.TypesInfo.Uses[e.Sel]
	}
	return nil
}

// verb matches what a format puts in.
var verb = regexp.MustCompile(`%[-+# 0-9.]*[a-zA-Z]`)

// Of returns where the value of e was written down. ok is false if it was not,
// or if the value may come from elsewhere.
func (o *Origins) Of(e ast.Expr) (Origin, bool) { return o.of(e, 0) }

func (o *Origins) of(e ast.Expr, depth int) (Origin, bool) {
	if depth > 4 {
		return Origin{}, false
	}
	e = ast.Unparen(e)
	switch x := e.(type) {
	case *ast.BasicLit:
		return o.constant(x, x)
	case *ast.CallExpr:
		if tv := o.pass.TypesInfo.Types[x.Fun]; tv.IsType() && len(x.Args) == 1 {
			return o.of(x.Args[0], depth)
		}
		if fn := typequery.Callee(o.pass.TypesInfo, x); fn != nil && fn.FullName() == "fmt.Sprintf" {
			org, ok := o.of(x.Args[0], depth)
			org.Text = strings.TrimSuffix(verb.Split(org.Text, 2)[0], "/")
			return org, ok
		}
	case *ast.BinaryExpr:
		return o.of(x.X, depth) // "http://localhost" + path
	case *ast.Ident, *ast.SelectorExpr:
		return o.variable(x, depth)
	}
	return Origin{}, false
}

func (o *Origins) constant(lit, e ast.Expr) (Origin, bool) {
	v := o.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return Origin{}, false
	}
	return Origin{lit, constant.StringVal(v)}, true
}

func (o *Origins) variable(e ast.Expr, depth int) (Origin, bool) {
	obj := o.object(e)
	sets := o.sets[obj]
	if v, isVar := obj.(*types.Var); isVar && (v.IsField() || v.Kind() == types.ParamVar || v.Exported() && v.Parent() == o.pass.Pkg.Scope()) {
		return Origin{}, false // others may set it
	}
	if len(sets) != 1 {
		return Origin{}, false
	}
	return o.of(sets[0], depth+1)
}
