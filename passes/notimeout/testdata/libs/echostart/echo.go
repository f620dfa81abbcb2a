// Package echostart serves with echo and no limit.
package echostart

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"
)

func badStart() error {
	e := echo.New()
	e.GET("/", func(c echo.Context) error { return c.String(http.StatusOK, "hello") })
	return e.Start(":8080") // want `^e\.Start serves without a read timeout`
}

func badStartTLS() error {
	e := echo.New()
	return e.StartTLS(":8443", "server.crt", "server.key") // want `^e\.StartTLS serves without a read timeout`
}

// The other timeouts begin when the request is there.
func badOtherTimeouts() error {
	e := echo.New()
	e.Server.WriteTimeout = 10 * time.Second
	e.Server.IdleTimeout = time.Minute
	return e.Start(":8080") // want `^e\.Start serves without a read timeout`
}

func badStartServer() error {
	return echo.New().StartServer(&http.Server{Addr: ":8080"}) // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
}

func okLocalhost() error { return echo.New().Start("localhost:8080") }
