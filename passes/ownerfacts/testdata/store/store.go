// Package store has one function for each effect. // want package:"ownership analysed"
package store

import (
	"database/sql"
	"io"
)

func CloseAlways(rows *sql.Rows) { // want CloseAlways:`^releases\(0\)$`
	if err := rows.Close(); err != nil {
		println(err.Error())
	}
}

func CloseSometimes(rows *sql.Rows, really bool) { // want CloseSometimes:`^mayRelease\(0\)$`
	if really {
		rows.Close()
	}
}

func CloseQuietly(c io.Closer) { // want CloseQuietly:`^releases\(0\)$`
	if c != nil {
		_ = c.Close()
	}
}

func Drain(rows *sql.Rows) int { // want Drain:`^releases\(0\)$`
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

func Keep(rows *sql.Rows) *Cursor { // want Keep:`^holds\(0\)=0 by $`
	return &Cursor{rows}
}

func Same(rows *sql.Rows) *sql.Rows { return rows } // want Same:`^returns\(0\)=0$`

func Users(db *sql.DB) (*sql.Rows, error) { // want Users:`^owned\(0\)=sql.rows$`
	return db.Query("select * from users")
}

type Store struct {
	db *sql.DB
	tx *sql.Tx
}

func (s *Store) Begin() (*sql.Tx, error) { // want Begin:`^owned\(0\)=sql.tx$`
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

func Fail(msg string) { panic(msg) } // want Fail:`^noReturn$`
