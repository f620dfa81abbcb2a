// Package serversmixed has servers with and without limit side by side: what is
// set for one says nothing of another.
package serversmixed

import (
	"net"
	"net/http"
	"os"
	"time"
)

func okSetLater(h http.Handler) error {
	public := &http.Server{Addr: ":8080", Handler: h}
	public.ReadHeaderTimeout = 5 * time.Second
	return public.ListenAndServe()
}

func FN_otherIsSet(h http.Handler) error {
	admin := &http.Server{Addr: ":9090", Handler: h}
	return admin.ListenAndServe()
}

func okSocket(h http.Handler) error {
	path := os.TempDir() + "/admin.sock"
	ln, err := net.Listen("unix", path)
	if err != nil {
		return err
	}
	return http.Serve(ln, h)
}

func FN_port(h http.Handler) error {
	ln, err := net.Listen("tcp", ":7070")
	if err != nil {
		return err
	}
	return http.Serve(ln, h)
}
