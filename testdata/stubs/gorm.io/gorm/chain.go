package gorm

import (
	"context"
	"database/sql"
)

type Dialector interface{ Name() string }

type Config struct{}

type Session struct {
	Context     context.Context
	NewDB       bool
	PrepareStmt bool
}

func Open(dialector Dialector, opts ...*Config) (*DB, error) { return new(DB), nil }

func (db *DB) Session(config *Session) *DB           { return db }
func (db *DB) WithContext(ctx context.Context) *DB   { return db }
func (db *DB) Debug() *DB                            { return db }
func (db *DB) Joins(query string, args ...any) *DB   { return db }
func (db *DB) Last(dest any, conds ...any) *DB       { return db }
func (db *DB) Offset(n int) *DB                      { return db }
func (db *DB) Pluck(column string, dest any) *DB     { return db }
func (db *DB) Preload(query string, args ...any) *DB { return db }
func (db *DB) Raw(q string, values ...any) *DB       { return db }
func (db *DB) Row() *sql.Row                         { return nil }
func (db *DB) Scan(dest any) *DB                     { return db }
func (db *DB) Scopes(funcs ...func(*DB) *DB) *DB     { return db }
func (db *DB) Select(query any, args ...any) *DB     { return db }
func (db *DB) Table(name string, args ...any) *DB    { return db }
func (db *DB) Take(dest any, conds ...any) *DB       { return db }
func (db *DB) Unscoped() *DB                         { return db }
func (db *DB) Update(column string, value any) *DB   { return db }

func (db *DB) CreateInBatches(value any, size int) *DB   { return db }
func (db *DB) FirstOrCreate(dest any, conds ...any) *DB  { return db }
func (db *DB) UpdateColumn(column string, value any) *DB { return db }
