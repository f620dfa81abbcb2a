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

type Batch struct{}

type BatchResults interface {
	Exec() (any, error)
	Close() error
}

type Tx interface {
	Commit(ctx context.Context) error
	Rollback(ctx context.Context) error
	SendBatch(ctx context.Context, b *Batch) BatchResults
	Query(ctx context.Context, sql string, args ...any) (Rows, error)
	QueryRow(ctx context.Context, sql string, args ...any) Row
}

type Conn struct{}

func Connect(ctx context.Context, dsn string) (*Conn, error) { return nil, nil }

func (c *Conn) Ping(ctx context.Context) error  { return nil }
func (c *Conn) Close(ctx context.Context) error { return nil }

func (c *Conn) Begin(ctx context.Context) (Tx, error) { return nil, nil }

func (c *Conn) QueryRow(ctx context.Context, sql string, args ...any) Row { return nil }
