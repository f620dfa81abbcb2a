// Package serve starts the server of a program.
package serve

import "net/http"

// Start serves until it fails.
func Start(addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	return srv.ListenAndServe()
}
