// The command takes the regular end of its server for a failure.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func badAudit() error {
	audit, err := os.OpenFile("audit.log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer audit.Close()

	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() {
		log.Fatal(srv.ListenAndServe()) // want `^log\.Fatal ends the process from the serving goroutine`
	}()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	<-signals
	return srv.Shutdown(context.Background())
}

func main() {
	if err := badAudit(); err != nil {
		log.Fatal(err)
	}
}
