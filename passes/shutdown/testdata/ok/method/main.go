// The command has a struct that starts and stops its server.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

type app struct{ srv *http.Server }

func (a *app) okStart() {
	go func() { log.Print(a.srv.ListenAndServe()) }()
}

func (a *app) okStop(ctx context.Context) error { return a.srv.Shutdown(ctx) }

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := &app{srv: &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}}
	a.okStart()
	<-ctx.Done()
	if err := a.okStop(context.Background()); err != nil {
		log.Print(err)
	}
}
