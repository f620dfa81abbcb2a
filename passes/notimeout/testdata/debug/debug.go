// Package debug serves the machine itself.
package debug

import (
	"log"
	"net"
	"net/http"
)

func okLocalhost() {
	go func() { log.Print(http.ListenAndServe("localhost:6060", nil)) }()
}

func okLoopback(h http.Handler) error { return http.ListenAndServe("127.0.0.1:6060", h) }

func okLoopback6(h http.Handler) error { return http.ListenAndServe("[::1]:6060", h) }

const debugAddr = "localhost:6061"

func okConstant(h http.Handler) error { return http.ListenAndServe(debugAddr, h) }

func okServer(h http.Handler) error {
	srv := &http.Server{Addr: "localhost:6060", Handler: h}
	return srv.ListenAndServe()
}

func okListener(h http.Handler) error {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	log.Print("listening on ", ln.Addr())
	return http.Serve(ln, h)
}
