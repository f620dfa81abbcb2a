// Package store has functions that wait.
package store

import (
	"context"
	"database/sql"
	"net/http"
	"os"
)

type Store struct{ db *sql.DB }

func (s *Store) Count() (n int, err error) { // want Count:`^waits: s.db.QueryRow$`
	err = s.db.QueryRow("select count(*) from t").Scan(&n)
	return n, err
}

func Empty(s *Store) bool { // want Empty:`^waits: s.Count$`
	n, err := s.Count()
	return err == nil && n == 0
}

// CountContext gets a context.
func (s *Store) CountContext(ctx context.Context) (n int, err error) {
	err = s.db.QueryRowContext(ctx, "select count(*) from t").Scan(&n)
	return n, err
}

// Later makes its own, which nothing ends.
func Later(s *Store) error { // want Later:`^waits: s.CountContext$`
	_, err := s.CountContext(context.Background())
	return err
}

func Fetch(url string) (*http.Response, error) { return http.Get(url) } // want Fetch:`^waits: http.Get$`

// Read is local.
func Read(name string) ([]byte, error) { return os.ReadFile(name) }

// Start starts the work and does not wait for it.
func Start(s *Store) {
	go func() { _, _ = s.Count() }()
}
