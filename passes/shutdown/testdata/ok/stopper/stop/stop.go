// Package stop ends the servers of programs.
package stop

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

// OnSignal lets a server finish its requests when the program is stopped.
func OnSignal(srv *http.Server) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}
