// Package embedded has its database in the process: there is no other side.
package embedded

import (
	"context"
	"database/sql"

	_ "github.com/mattn/go-sqlite3"
)

type store struct{ db *sql.DB }

func (s *store) count() (n int, err error) {
	err = s.db.QueryRow("select count(*) from t").Scan(&n)
	return n, err
}

func okEmbedded(ctx context.Context, s *store) (int, error) {
	if err := s.db.Ping(); err != nil {
		return 0, err
	}
	return s.count()
}
