// Package lifecycle runs servers until the program is stopped.
package lifecycle

import (
	"context"
	"log"
	"net/http"
	"time"
)

// Run serves until the context ends, and then lets requests finish.
func Run(ctx context.Context, srv *http.Server) error {
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	ending, cancel := context.WithTimeout(context.Background(), 15*time.Second)
	defer cancel()
	return srv.Shutdown(ending)
}
