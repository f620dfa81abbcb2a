package gin

import (
	"net"
	"net/http"
)

type IRoutes interface {
	GET(path string, handlers ...HandlerFunc) IRoutes
	POST(path string, handlers ...HandlerFunc) IRoutes
}

type RouterGroup struct{ prefix string }

func (g *RouterGroup) GET(path string, handlers ...HandlerFunc) IRoutes  { return g }
func (g *RouterGroup) POST(path string, handlers ...HandlerFunc) IRoutes { return g }

type Engine struct{ RouterGroup }

func Default() *Engine { return new(Engine) }
func New() *Engine     { return new(Engine) }

func (e *Engine) Handler() http.Handler                              { return e }
func (e *Engine) ServeHTTP(w http.ResponseWriter, r *http.Request)   {}
func (e *Engine) Run(addr ...string) error                           { return nil }
func (e *Engine) RunListener(ln net.Listener) error                  { return nil }
func (e *Engine) RunTLS(addr string, certFile, keyFile string) error { return nil }
func (e *Engine) RunUnix(file string) error                          { return nil }
