// The command has a struct that starts and stops its scheduler.
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

type scheduler struct{ cron *cron.Cron }

func okSchedule() (*scheduler, error) {
	s := &scheduler{cron: cron.New()}
	if _, err := s.cron.AddFunc("@daily", func() { log.Print("sending invoices") }); err != nil {
		return nil, err
	}
	s.cron.Start()
	return s, nil
}

func (s *scheduler) close() { <-s.cron.Stop().Done() }

func main() {
	s, err := okSchedule()
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
	s.close()
}
