package basic

import (
	"database/sql"
	"net/http"
)

func badOpenPerRequest(w http.ResponseWriter, r *http.Request) {
	db, err := sql.Open("driver", "dsn") // want `^db is never closed \(each further call leaves another pool behind until the database refuses connections\)$`
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

// Two exits leave the pool open; the one that its own call leads to is named.
func noteReopened(retry bool) (*sql.DB, error) {
	db, err := sql.Open("driver", "dsn")
	if err != nil {
		return nil, err
	}
	if err = db.Ping(); err != nil {
		if retry {
			db, err = sql.Open("driver", "other")
			if err != nil {
				return nil, err
			}
			return db, nil
		}
		return nil, err
	}
	return db, nil
}

// A note: where the caller starts up, the program ends with the error.
func noteStart(dsn string) (*sql.DB, error) {
	db, err := sql.Open("postgres", dsn)
	if err != nil {
		return nil, err
	}
	if err := db.Ping(); err != nil {
		return nil, err
	}
	return db, nil
}

func badPerRequest(dsn string) error {
	db, err := sql.Open("postgres", dsn) // want `^db is never closed `
	if err != nil {
		return err
	}
	return db.Ping()
}
