// The command hands the method that stops its server to a helper.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
)

func gracefully(serve func() error, stop func(context.Context) error) error {
	done := make(chan os.Signal, 1)
	signal.Notify(done, os.Interrupt)
	go func() {
		<-done
		if err := stop(context.Background()); err != nil {
			log.Print(err)
		}
	}()
	return serve()
}

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	if err := gracefully(srv.ListenAndServe, srv.Shutdown); err != nil {
		log.Print(err)
	}
}
