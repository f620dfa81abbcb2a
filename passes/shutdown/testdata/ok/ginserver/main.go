// The command serves gin with a server that it can stop.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.New()
	r.GET("/", func(c *gin.Context) { c.String(http.StatusOK, "hello") })
	srv := &http.Server{Addr: ":8080", Handler: r}
	go func() { log.Print(srv.ListenAndServe()) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}
