// The command leaves starting and stopping to a package of its own.
package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"shutdown.test/ok/helper/lifecycle"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	if err := lifecycle.Run(ctx, srv); err != nil {
		log.Print(err)
	}
}
