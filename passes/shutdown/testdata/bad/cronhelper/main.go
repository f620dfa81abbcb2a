// The command starts its scheduler in a function of its own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"github.com/robfig/cron/v3"
)

func badSchedule() error {
	jobs := cron.New()
	if _, err := jobs.AddFunc("0 3 * * *", func() { log.Print("making reports") }); err != nil {
		return err
	}
	jobs.Start() // want `^jobs\.Start starts a scheduler that nothing stops`
	return nil
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := badSchedule(); err != nil {
		log.Print(err)
		return
	}
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}
