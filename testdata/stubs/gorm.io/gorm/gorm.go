// Package gorm is a stub for tests.
package gorm

import "database/sql"

type DB struct{ rows *sql.Rows }

func (db *DB) Model(value any) *DB { return db }

func (db *DB) Rows() (*sql.Rows, error) { return db.rows, nil }
