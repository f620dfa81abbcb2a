// The command has a worker that never hears of the end.
package main

import (
	"context"
	"database/sql"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Print(err)
		return
	}
	defer db.Close()

	go badSweep(db)

	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	if err := srv.Shutdown(context.Background()); err != nil {
		log.Print(err)
	}
}

func badSweep(db *sql.DB) {
	for {
		if _, err := db.Exec("delete from sessions where expires < now()"); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Minute)
	}
}
