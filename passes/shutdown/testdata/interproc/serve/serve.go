// Package serve serves for a program.
package serve

import "net/http"

// Run serves until it fails.
func Run(addr string) error {
	srv := &http.Server{Addr: addr}
	return srv.ListenAndServe()
}
