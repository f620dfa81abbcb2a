// Package ginrun serves with gin.
package ginrun

import (
	"log"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

func routes() *gin.Engine {
	r := gin.New()
	r.GET("/health", func(c *gin.Context) { c.String(http.StatusOK, "fine") })
	return r
}

func badRun() error {
	r := gin.Default()
	r.GET("/", func(c *gin.Context) { c.JSON(http.StatusOK, gin.H{"hello": "world"}) })
	return r.Run(":8080") // want `^r\.Run serves without a read timeout`
}

// Without an address it takes the port of the environment.
func badRunAnywhere() {
	if err := routes().Run(); err != nil { // want `^routes\(\)\.Run serves without a read timeout`
		log.Fatal(err)
	}
}

func badRunTLS(r *gin.Engine) error {
	return r.RunTLS(":8443", "server.crt", "server.key") // want `^r\.RunTLS serves without a read timeout`
}

func badListenAndServe() error {
	return http.ListenAndServe(":8080", routes()) // want `^http\.ListenAndServe serves without a read timeout`
}

func badServer() error {
	srv := &http.Server{Addr: ":8080", Handler: routes()} // want `^the server has neither ReadHeaderTimeout nor ReadTimeout`
	return srv.ListenAndServe()
}

func okServer() error {
	srv := &http.Server{Addr: ":8080", Handler: routes(), ReadHeaderTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}

func okHandler() error {
	srv := &http.Server{Addr: ":8080", Handler: routes().Handler(), ReadTimeout: 5 * time.Second}
	return srv.ListenAndServe()
}

func okLocalhost() error { return routes().Run("localhost:8080") }

func okSocket() error { return routes().RunUnix("/run/app.sock") }
