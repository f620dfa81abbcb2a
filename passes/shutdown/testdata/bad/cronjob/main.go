// The command stops its server and forgets its scheduler.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/robfig/cron/v3"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	c := cron.New()
	if _, err := c.AddFunc("@daily", bill); err != nil {
		log.Print(err)
		return
	}
	c.Start() // want `^c\.Start starts a scheduler that nothing stops`

	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() {
		if err := srv.ListenAndServe(); err != nil {
			log.Print(err)
		}
	}()
	<-ctx.Done()
	ending, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ending); err != nil {
		log.Print(err)
	}
}

func bill() { log.Print("sending invoices") }
