// Package serverslimited has servers that do not wait for ever.
package serverslimited

import (
	"net"
	"net/http"
	"time"
)

func okReadHeaderTimeout(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h, ReadHeaderTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}

func okReadTimeout(h http.Handler) error {
	srv := &http.Server{
		Addr:         ":8080",
		Handler:      h,
		ReadTimeout:  10 * time.Second,
		WriteTimeout: 10 * time.Second,
	}
	return srv.ListenAndServe()
}

func okServe(ln net.Listener, h http.Handler) error {
	srv := http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second}
	return srv.Serve(ln)
}

func okFromConfiguration(addr string, limit time.Duration) error {
	srv := &http.Server{Addr: addr, ReadTimeout: limit}
	return srv.ListenAndServe()
}

func okHeaderTimeoutLater(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	srv.ReadHeaderTimeout = 5 * time.Second
	return srv.ListenAndServe()
}

func okReadTimeoutIfConfigured(h http.Handler, limit time.Duration) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	if limit > 0 {
		srv.ReadTimeout = limit
	}
	return srv.ListenAndServe()
}

func newServer(addr string, h http.Handler) *http.Server {
	return &http.Server{Addr: addr, Handler: h, ReadHeaderTimeout: 5 * time.Second}
}

func okMadeByHelper(h http.Handler) error {
	return newServer(":8080", h).ListenAndServe()
}

func newUnfinished(addr string) *http.Server { return &http.Server{Addr: addr} }

// Who gets it from the helper completes it.
func okCompletedByCaller(h http.Handler) error {
	srv := newUnfinished(":8080")
	srv.Handler = h
	srv.ReadHeaderTimeout = 5 * time.Second
	return srv.ListenAndServe()
}

func harden(srv *http.Server) { srv.ReadHeaderTimeout = 5 * time.Second }

func okCompletedByHelper(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h}
	harden(srv)
	return srv.ListenAndServe()
}

// It comes from outside.
func okParameter(srv *http.Server) error { return srv.ListenAndServe() }
