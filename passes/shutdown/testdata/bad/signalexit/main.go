// The command notices the signal, and only exits.
package main

import (
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		sig := <-signals
		log.Printf("got %s, bye", sig)
		os.Exit(0)
	}()
	if err := srv.ListenAndServe(); err != nil { // want `^srv\.ListenAndServe serves, and nothing in the program shuts it down`
		log.Print(err)
	}
}
