// The command closes in the wrong order, and looks at the errors.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func FN_stop(ctx context.Context, srv *http.Server, db *sql.DB) error {
	if err := db.Close(); err != nil {
		return err
	}
	return srv.Shutdown(ctx)
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM)
	<-signals
	if err := FN_stop(context.Background(), srv, db); err != nil {
		log.Print(err)
	}
}
