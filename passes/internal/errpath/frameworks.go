package errpath

import (
	"strings"
	"sync"

	"github.com/prodvet/prodvet/passes/internal/conf"
)

// A framework is how handlers of a library answer: who carries the answer and
// which calls give it.
type framework struct {
	pkg, responder string
	params         int  // how many parameters handlers have
	implicit       int  // what a handler without results answers if it answers nothing; 0: not known
	returns        bool // handlers return an error, and a nil one is success
	// calls by FullName of the function or method. Status arguments count
	// without the receiver.
	calls map[string]Answer
}

// An Answer is what a call answers for its handler.
type Answer struct {
	Status int  // the constant status, 0 if none
	Param  int  // 1 + the index of the parameter that holds the status; 0: none
	Body   bool // it sends a body: 200 unless a status was set before
	Sets   bool // it only sets the status, for a body to follow
}

func fixed(status int) Answer { return Answer{Status: status} }
func param(i int) Answer      { return Answer{Param: i + 1} }
func setting(i int) Answer    { return Answer{Param: i + 1, Sets: true} }

var body = Answer{Body: true}

// methods gives several methods of one type the same meaning.
func methods(recv string, a Answer, names ...string) map[string]Answer {
	out := make(map[string]Answer, len(names))
	for _, n := range names {
		out["("+recv+")."+n] = a
	}
	return out
}

func merged(maps ...map[string]Answer) map[string]Answer {
	out := make(map[string]Answer)
	for _, m := range maps {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

// frameworks is the table of handlers with the rows of the configuration file.
var frameworks = sync.OnceValue(func() []framework {
	all := library
	for _, h := range conf.Current().Handlers {
		i := strings.LastIndexByte(h.Type, '.')
		f := framework{
			pkg: h.Type[:i], responder: h.Type[i+1:], params: h.Params,
			implicit: h.Implicit, returns: h.Returns, calls: make(map[string]Answer),
		}
		for _, a := range h.Answers {
			out := Answer{Status: a.Status, Body: a.Body, Sets: a.Sets}
			if a.Arg != nil {
				out.Param = *a.Arg + 1
			}
			f.calls[a.Func] = out
		}
		all = append(all, f)
	}
	return all
})

// library is the built-in table. A framework joins with one row.
var library = []framework{
	{
		pkg: "net/http", responder: "ResponseWriter", params: 2, implicit: 200,
		calls: merged(map[string]Answer{
			"net/http.Error": param(2), "net/http.NotFound": fixed(404), "net/http.Redirect": param(3),
			"(net/http.ResponseWriter).WriteHeader": setting(0),
			"(net/http.ResponseWriter).Write":       body,
			"io.WriteString":                        body, "io.Copy": body,
			"fmt.Fprint": body, "fmt.Fprintf": body, "fmt.Fprintln": body,
			"(*encoding/json.Encoder).Encode": body, "(*encoding/xml.Encoder).Encode": body,
			"(*html/template.Template).Execute": body, "(*html/template.Template).ExecuteTemplate": body,
		}),
	},
	{
		pkg: "github.com/gin-gonic/gin", responder: "Context", params: 1, implicit: 200,
		calls: merged(
			methods("*github.com/gin-gonic/gin.Context", param(0), "JSON", "IndentedJSON", "PureJSON", "SecureJSON", "AsciiJSON", "JSONP",
				"String", "HTML", "XML", "YAML", "TOML", "ProtoBuf", "Data", "DataFromReader", "Redirect", "Render",
				"AbortWithStatus", "AbortWithStatusJSON", "AbortWithStatusPureJSON", "AbortWithError"),
			methods("*github.com/gin-gonic/gin.Context", setting(0), "Status"),
		),
	},
	{
		pkg: "github.com/labstack/echo/v4", responder: "Context", params: 1, returns: true,
		calls: merged(
			methods("github.com/labstack/echo/v4.Context", param(0), "JSON", "JSONPretty", "JSONBlob", "String", "HTML", "HTMLBlob", "XML",
				"XMLBlob", "Blob", "Stream", "NoContent", "Redirect", "Render"),
			map[string]Answer{"github.com/labstack/echo/v4.NewHTTPError": param(0)},
		),
	},
	{
		pkg: "github.com/gofiber/fiber/v2", responder: "Ctx", params: 1, returns: true,
		calls: merged(
			methods("*github.com/gofiber/fiber/v2.Ctx", param(0), "SendStatus"),
			methods("*github.com/gofiber/fiber/v2.Ctx", setting(0), "Status"),
			methods("*github.com/gofiber/fiber/v2.Ctx", body, "JSON", "XML", "Send", "SendString", "SendStream", "Render"),
			map[string]Answer{"github.com/gofiber/fiber/v2.NewError": param(0)},
		),
	},
}
