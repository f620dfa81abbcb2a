// Package gorm is a stub for tests.
package gorm

import (
	"database/sql"
	"errors"
)

var ErrRecordNotFound = errors.New("record not found")

type DB struct {
	Error        error
	RowsAffected int64

	rows *sql.Rows
}

func (db *DB) Model(value any) *DB { return db }

func (db *DB) Rows() (*sql.Rows, error) { return db.rows, nil }

func (db *DB) Begin(opts ...*sql.TxOptions) *DB   { return db }
func (db *DB) Commit() *DB                        { return db }
func (db *DB) Count(n *int64) *DB                 { return db }
func (db *DB) Create(value any) *DB               { return db }
func (db *DB) Delete(value any, conds ...any) *DB { return db }
func (db *DB) Exec(q string, values ...any) *DB   { return db }
func (db *DB) Find(dest any, conds ...any) *DB    { return db }
func (db *DB) First(dest any, conds ...any) *DB   { return db }
func (db *DB) Limit(n int) *DB                    { return db }
func (db *DB) Order(value any) *DB                { return db }
func (db *DB) Rollback() *DB                      { return db }
func (db *DB) Save(value any) *DB                 { return db }
func (db *DB) Updates(values any) *DB             { return db }
func (db *DB) Where(query any, args ...any) *DB   { return db }

func (db *DB) Transaction(fn func(tx *DB) error, opts ...*sql.TxOptions) error { return fn(db) }
