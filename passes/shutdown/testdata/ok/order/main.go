// The command closes its database when the server has stopped.
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

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	if err := db.Ping(); err != nil {
		db.Close()
		log.Fatal(err)
	}
	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	<-signals
	if err := okStop(context.Background(), srv, db); err != nil {
		log.Print(err)
	}
}

func okStop(ctx context.Context, srv *http.Server, db *sql.DB) error {
	if err := srv.Shutdown(ctx); err != nil {
		return err
	}
	return db.Close()
}
