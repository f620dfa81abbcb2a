package basic

import (
	"context"
	"database/sql"
	"html/template"
	"log"
	"net/http"
	"os"
	"os/signal"
	"regexp"
	"syscall"
	"time"
)

var page = MustParse("page.html")

var names = regexp.MustCompile(`^[a-z]+$`)

func init() {
	if os.Getenv("ADDR") == "" {
		log.Fatal("no ADDR")
	}
}

func MustParse(file string) *template.Template {
	t, err := template.ParseFiles(file)
	if err != nil {
		log.Fatal(err)
	}
	return t
}

func MustEnv(name string) string {
	v, ok := os.LookupEnv(name)
	if !ok {
		panic("no " + name)
	}
	return v
}

// No handler calls it.
func okConnect(dsn string) *sql.DB {
	db, err := sql.Open("driver", dsn)
	if err != nil {
		log.Fatal(err)
	}
	return db
}

// The file is read before there is anything to serve.
func okConstructor(file string) http.Handler {
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write(data)
	})
}

func okRoutes(mux *http.ServeMux) {
	if err := os.MkdirAll("data", 0o755); err != nil {
		log.Fatal(err)
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if names.MatchString(r.URL.Path) {
			_ = page.Execute(w, nil)
		}
	})
}

func okListen(addr string, h http.Handler) {
	log.Fatal(http.ListenAndServe(addr, h))
}

type app struct{ srv *http.Server }

func (a *app) okStart() {
	go func() {
		if err := a.srv.ListenAndServe(); err != http.ErrServerClosed {
			log.Fatal(err) // a server that does not serve is of no use
		}
	}()
}

func (a *app) okSignals() {
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-sig
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if err := a.srv.Shutdown(ctx); err != nil {
			log.Fatal(err)
		}
		os.Exit(0)
	}()
}

func okUsage(args []string) {
	if len(args) < 2 {
		os.Stderr.WriteString("usage: server addr\n")
		os.Exit(2)
	}
}
