// Package pgx is a stub for tests.
package pgx

import "context"

type Rows interface {
	Close()
	Err() error
	Next() bool
	Scan(dest ...any) error
}

type Row interface{ Scan(dest ...any) error }

type CommandTag struct{}

type Batch struct{}

type BatchResults interface {
	Exec() (CommandTag, error)
	Close() error
}

type Tx interface {
	Begin(ctx context.Context) (Tx, error)
	Commit(ctx context.Context) error
	Rollback(ctx context.Context) error
	SendBatch(ctx context.Context, b *Batch) BatchResults
	Exec(ctx context.Context, sql string, args ...any) (CommandTag, error)
	Query(ctx context.Context, sql string, args ...any) (Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) Row
}

type Conn struct{ rows Rows }

func Connect(ctx context.Context, dsn string) (*Conn, error) { return new(Conn), nil }

func (c *Conn) Close(ctx context.Context) error { return nil }

func (c *Conn) Query(ctx context.Context, sql string, args ...any) (Rows, error) {
	return c.rows, nil
}

func CollectRows[T any](rows Rows, fn func(Rows) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := fn(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}
