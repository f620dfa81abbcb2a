// Package echolimited serves with echo and a limit.
package echolimited

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

func okReadHeaderTimeout() error {
	e := echo.New()
	e.Server.ReadHeaderTimeout = 5 * time.Second
	return e.Start(":8080")
}

func okReadTimeout(addr string) error {
	e := echo.New()
	e.Server.ReadTimeout = 10 * time.Second
	e.Server.WriteTimeout = 10 * time.Second
	return e.Start(addr)
}

func okTLSServer() error {
	e := echo.New()
	e.TLSServer.ReadTimeout = 10 * time.Second
	return e.StartTLS(":8443", "server.crt", "server.key")
}

func okStartServer() error {
	return echo.New().StartServer(&http.Server{Addr: ":8080", ReadTimeout: 10 * time.Second})
}

func okHandler() error {
	srv := &http.Server{Addr: ":8080", Handler: echo.New(), ReadHeaderTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}
