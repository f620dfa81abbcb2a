// Package unstarted makes servers that others start.
package unstarted

import "net/http"

func FP_returned(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
}

// Server is for embedding programs to fill in.
func Server(h http.Handler) *http.Server { return FP_returned("", h) }
