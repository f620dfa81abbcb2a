// Package pgxpool is a stub for tests.
package pgxpool

import (
	"context"

	"github.com/jackc/pgx/v4"
)

type Pool struct{}

func Connect(ctx context.Context, dsn string) (*Pool, error) { return nil, nil }

func (p *Pool) Ping(ctx context.Context) error             { return nil }
func (p *Pool) Acquire(ctx context.Context) (*Conn, error) { return nil, nil }
func (p *Pool) Close()                                     {}

func (p *Pool) Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error) {
	return nil, nil
}

type Conn struct{}

func (c *Conn) Ping(ctx context.Context) error { return nil }
func (c *Conn) Release()                       {}
