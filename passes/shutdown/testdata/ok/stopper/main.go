// The command serves itself, and another package stops it.
package main

import (
	"log"
	"net/http"

	"shutdown.test/ok/stopper/stop"
)

func main() {
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	stop.OnSignal(srv)
}
