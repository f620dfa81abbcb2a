// The command has a mailer whose database is closed under it.
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

type mailer struct{ db *sql.DB }

// Run sends what is due until the context ends.
func (m *mailer) Run(ctx context.Context) {
	for ctx.Err() == nil {
		if _, err := m.db.ExecContext(ctx, "delete from outbox where due < now()"); err != nil {
			log.Print(err)
		}
		time.Sleep(time.Second)
	}
}

func main() {
	if err := badMailer(); err != nil {
		log.Fatal(err)
	}
}

func badMailer() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer db.Close()

	m := &mailer{db: db}
	go m.Run(ctx) // want `^nothing waits for m\.Run when the program stops`

	srv := &http.Server{Addr: ":8080", Handler: http.NotFoundHandler()}
	go func() { log.Print(srv.ListenAndServe()) }()
	<-ctx.Done()
	return srv.Shutdown(context.Background())
}
