// The command has the shapes that only a main package has.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"os/signal"
	"time"
)

var db *sql.DB

func init() {
	if len(os.Args) > 3 {
		fmt.Fprintln(os.Stderr, "usage: server [addr]")
		os.Exit(2)
	}
}

func main() {
	db = connect(os.Getenv("DSN"))
	migrate()

	http.HandleFunc("/users", okUsers)
	http.HandleFunc("/config", badConfig)
	http.HandleFunc("/ping", func(w http.ResponseWriter, r *http.Request) {
		if err := db.PingContext(r.Context()); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
	})

	srv := &http.Server{Addr: mustEnv("ADDR")}
	go func() { log.Fatal(srv.ListenAndServe()) }()

	go func() { // in main, before any request
		v := os.Getenv("WORKERS")
		if v == "" {
			panic("no WORKERS")
		}
	}()

	go waitForSignal(srv)

	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	if _, err := os.Stat("data"); err != nil {
		log.Fatal(err)
	}
	<-ctx.Done()
	return ctx.Err()
}

func connect(dsn string) *sql.DB {
	db, err := sql.Open("driver", dsn)
	if err != nil {
		log.Fatalf("connect: %v", err)
	}
	return db
}

func migrate() {
	if err := apply("schema.sql"); err != nil {
		exitOn(err)
	}
}

func apply(file string) error {
	if file == "" {
		return errors.New("no file")
	}
	return nil
}

func exitOn(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func mustEnv(name string) string {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("no %s", name)
	}
	return v
}

func waitForSignal(srv *http.Server) {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt)
	<-sig
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = srv.Shutdown(ctx)
	os.Exit(0)
}

// readConfig is for main and for a handler: only the handler's call is wrong.
func readConfig(file string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	return string(data)
}

var config = readConfig("config")

func badConfig(w http.ResponseWriter, r *http.Request) {
	config = readConfig("config") // want `ends the process from a `
	fmt.Fprintln(w, config)
}

func okUsers(w http.ResponseWriter, r *http.Request) {
	if err := db.PingContext(r.Context()); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
	}
}
