// Package store is the helper package of the cross-package cases.
package store

import (
	"database/sql"
	"io"
)

func CloseAlways(rows *sql.Rows) {
	if err := rows.Close(); err != nil {
		println(err.Error())
	}
}

func CloseSometimes(rows *sql.Rows, really bool) {
	if really {
		rows.Close()
	}
}

func CloseQuietly(c io.Closer) {
	if c != nil {
		_ = c.Close()
	}
}

func Drain(rows *sql.Rows) int {
	n := 0
	for rows.Next() {
		n++
	}
	return n
}

func Count(rows *sql.Rows) int {
	cols, _ := rows.Columns()
	return len(cols)
}

type Cursor struct{ rows *sql.Rows }

func (c *Cursor) Close() error { return c.rows.Close() }

func Keep(rows *sql.Rows) *Cursor {
	return &Cursor{rows}
}

func Same(rows *sql.Rows) *sql.Rows { return rows }

func Users(db *sql.DB) (*sql.Rows, error) {
	return db.Query("select * from users")
}

type Store struct {
	db *sql.DB
	tx *sql.Tx
}

func (s *Store) Begin() (*sql.Tx, error) {
	tx, err := s.db.Begin()
	if err != nil {
		return nil, err
	}
	return tx, nil
}

// Tx lends the caller's own transaction where there is one, so it promises nothing.
func (s *Store) Tx() (*sql.Tx, error) {
	if s.tx != nil {
		return s.tx, nil
	}
	return s.db.Begin()
}

func (s *Store) DB() *sql.DB { return s.db }

func Must(err error) {
	if err != nil {
		panic(err)
	}
}

func Fail(msg string) { panic(msg) }
