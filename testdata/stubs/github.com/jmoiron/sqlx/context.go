package sqlx

import (
	"context"
	"database/sql"
)

type Queryer interface {
	Queryx(q string, args ...any) (*Rows, error)
}

type QueryerContext interface {
	QueryxContext(ctx context.Context, q string, args ...any) (*Rows, error)
}

func ConnectContext(ctx context.Context, driver, dsn string) (*DB, error) { return Open(driver, dsn) }

func Get(q Queryer, dest any, query string, args ...any) error { return nil }

func GetContext(ctx context.Context, q QueryerContext, dest any, query string, args ...any) error {
	return nil
}

func (db *DB) BeginTxx(ctx context.Context, opts *sql.TxOptions) (*Tx, error) { return new(Tx), nil }

func (db *DB) Get(dest any, q string, args ...any) error { return nil }

func (db *DB) GetContext(ctx context.Context, dest any, q string, args ...any) error { return nil }

func (db *DB) MustExec(q string, args ...any) sql.Result { return nil }

func (db *DB) MustExecContext(ctx context.Context, q string, args ...any) sql.Result { return nil }

func (db *DB) NamedExec(q string, arg any) (sql.Result, error) { return nil, nil }

func (db *DB) NamedExecContext(ctx context.Context, q string, arg any) (sql.Result, error) {
	return nil, nil
}

func (db *DB) QueryRowxContext(ctx context.Context, q string, args ...any) *Row { return new(Row) }

func (db *DB) Rebind(q string) string { return q }

func (tx *Tx) Get(dest any, q string, args ...any) error { return nil }

func (tx *Tx) GetContext(ctx context.Context, dest any, q string, args ...any) error { return nil }

func (tx *Tx) NamedExec(q string, arg any) (sql.Result, error) { return nil, nil }

func (tx *Tx) NamedExecContext(ctx context.Context, q string, arg any) (sql.Result, error) {
	return nil, nil
}
