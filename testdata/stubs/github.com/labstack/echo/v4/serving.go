package echo

import (
	"context"
	"net/http"
)

type MiddlewareFunc func(next HandlerFunc) HandlerFunc

type Route struct{ Method, Path string }

type Echo struct {
	Server    *http.Server
	TLSServer *http.Server
}

func New() *Echo { return &Echo{Server: new(http.Server), TLSServer: new(http.Server)} }

func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route  { return new(Route) }
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route { return new(Route) }

func (e *Echo) ServeHTTP(w http.ResponseWriter, r *http.Request) {}

func (e *Echo) Start(addr string) error                           { return nil }
func (e *Echo) StartServer(s *http.Server) error                  { return nil }
func (e *Echo) StartTLS(addr string, certFile, keyFile any) error { return nil }

func (e *Echo) Close() error                       { return nil }
func (e *Echo) Shutdown(ctx context.Context) error { return nil }
