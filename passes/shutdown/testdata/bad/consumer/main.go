// The command starts an endless consumer in a function that main calls.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type queue struct{ messages chan string }

func (q *queue) next() string { return <-q.messages }

func FN_consume(q *queue) {
	go func() {
		for {
			log.Print("storing ", q.next())
		}
	}()
}

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	FN_consume(&queue{messages: make(chan string)})

	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-signals
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}
