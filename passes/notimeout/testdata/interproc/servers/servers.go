// Package servers makes servers for programs.
package servers

import (
	"net/http"
	"time"
)

// New makes a server with a limit.
func New(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 5 * time.Second}
}
