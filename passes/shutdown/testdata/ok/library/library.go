// Package library serves for programs, which stop it or not.
package library

import (
	"log"
	"net/http"
)

// A Front is the server of a program.
type Front struct{ h http.Handler }

// ListenAndServe serves until it fails.
func (f *Front) ListenAndServe(addr string) error { return http.ListenAndServe(addr, f.h) }

// Start serves beside the program.
func Start(addr string, h http.Handler) {
	go okServe(addr, h)
}

func okServe(addr string, h http.Handler) {
	srv := &http.Server{Addr: addr, Handler: h}
	log.Print(srv.ListenAndServe())
}
