package basic

import (
	"database/sql"
	"net/http"
)

func badOpenPerRequest(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("driver", "dsn") // want `^db is never closed \(every call leaves another connection pool behind until the database refuses connections\)$`
	if err != nil {
		http.Error(w, "no database", http.StatusInternalServerError)
		return
	}
	if err := db.Ping(); err != nil {
		http.Error(w, "no database", http.StatusInternalServerError)
	}
}

func okClosedPerRequest(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("driver", "dsn")
	if err != nil {
		return
	}
	defer db.Close()
	_ = db.Ping()
}

var shared *sql.DB

func okKept() error {
	db, err := sql.Open("driver", "dsn")
	if err != nil {
		return err
	}
	shared = db // lives with the process
	return nil
}

func init() {
	db, _ := sql.Open("driver", "dsn") // init runs once
	_ = db.Ping()
}

func okHandlers(mux *http.ServeMux) error {
	db, err := sql.Open("driver", "dsn")
	if err != nil {
		return err
	}
	mux.HandleFunc("/", func(http.ResponseWriter, *http.Request) { _ = db.Ping() }) // the handler keeps it
	return nil
}
