// The command warms its cache on the side, which ends by itself.
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
	go okWarm([]string{"/", "/about", "/prices"})

	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

func okWarm(pages []string) {
	for _, page := range pages {
		log.Print("rendering ", page)
	}
}
