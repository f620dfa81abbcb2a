// The command serves in a goroutine, and main returns on the signal.
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
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() {
		log.Print(srv.ListenAndServe()) // want `^srv\.ListenAndServe serves, and nothing in the program shuts it down`
	}()
	<-ctx.Done()
	log.Print("bye")
}
