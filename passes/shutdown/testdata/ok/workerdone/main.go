// The command closes the channel of its worker, and waits for the rest.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	jobs := make(chan string, 100)
	done := make(chan struct{})
	go okWork(jobs, done)

	srv := &http.Server{Addr: ":8080", Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		jobs <- r.URL.Path
	})}
	go func() { log.Print(srv.ListenAndServe()) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
	close(jobs)
	<-done
}

func okWork(jobs <-chan string, done chan<- struct{}) {
	defer close(done)
	for job := range jobs {
		log.Print("rendering ", job)
	}
}
