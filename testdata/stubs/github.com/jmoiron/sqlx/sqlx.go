// Package sqlx is a stub for tests.
package sqlx

import (
	"context"
	"database/sql"
)

type DB struct{ *sql.DB }

type Tx struct{ *sql.Tx }

type Stmt struct{ *sql.Stmt }

type Rows struct{ *sql.Rows }

type Row struct{ rows *sql.Rows }

func Open(driver, dsn string) (*DB, error)    { db, err := sql.Open(driver, dsn); return &DB{db}, err }
func Connect(driver, dsn string) (*DB, error) { return Open(driver, dsn) }

func (db *DB) Beginx() (*Tx, error) {
	tx, err := db.DB.Begin()
	if err != nil {
		return nil, err
	}
	return &Tx{tx}, nil
}

func (db *DB) Queryx(q string, args ...any) (*Rows, error) {
	r, err := db.DB.Query(q, args...)
	if err != nil {
		return nil, err
	}
	return &Rows{r}, nil
}

func (db *DB) QueryxContext(ctx context.Context, q string, args ...any) (*Rows, error) {
	r, err := db.DB.QueryContext(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	return &Rows{r}, nil
}

func (db *DB) QueryRowx(q string, args ...any) *Row {
	rows, _ := db.DB.Query(q, args...)
	return &Row{rows: rows}
}

func (db *DB) Select(dest any, q string, args ...any) error {
	rows, err := db.Queryx(q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	return StructScan(rows, dest)
}

func (db *DB) SelectContext(ctx context.Context, dest any, q string, args ...any) error {
	rows, err := db.QueryxContext(ctx, q, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	return StructScan(rows, dest)
}

func (db *DB) Preparex(q string) (*Stmt, error) {
	s, err := db.DB.Prepare(q)
	if err != nil {
		return nil, err
	}
	return &Stmt{s}, nil
}

func (r *Row) Scan(dest ...any) error     { defer r.rows.Close(); return r.rows.Scan(dest...) }
func (r *Row) StructScan(dest any) error  { return r.Scan(dest) }
func (r *Rows) StructScan(dest any) error { return r.Rows.Scan(dest) }

type rowsi interface {
	Close() error
	Err() error
	Next() bool
	Scan(...any) error
}

func StructScan(rows rowsi, dest any) error {
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(dest); err != nil {
			return err
		}
	}
	return rows.Err()
}
