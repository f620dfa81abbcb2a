package libs

import (
	"context"

	pgx4 "github.com/jackc/pgx/v4"
	pgxpool4 "github.com/jackc/pgx/v4/pgxpool"
)

func badPgx4Batch(ctx context.Context, tx pgx4.Tx) error {
	results := tx.SendBatch(ctx, &pgx4.Batch{}) // want `^results is never closed `
	_, err := results.Exec()
	return err
}

func okPgx4Batch(ctx context.Context, tx pgx4.Tx) error {
	return tx.SendBatch(ctx, &pgx4.Batch{}).Close() // at once
}

func badPgx4Conn(ctx context.Context, dsn string) error {
	conn, err := pgx4.Connect(ctx, dsn) // want `^conn is never closed `
	if err != nil {
		return err
	}
	return conn.Ping(ctx)
}

func okPgx4Conn(ctx context.Context, dsn string) error {
	conn, err := pgx4.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx) // on every path
	return conn.Ping(ctx)
}

func badPgx4Row(ctx context.Context, conn *pgx4.Conn) {
	_ = conn.QueryRow(ctx, "q") // want `^the result of conn.QueryRow is never scanned `
}

func okPgx4Row(ctx context.Context, conn *pgx4.Conn) error {
	return conn.QueryRow(ctx, "q").Scan() // at once
}

func badPgx4Rows(ctx context.Context, pool *pgxpool4.Pool) error {
	rows, err := pool.Query(ctx, "q") // want `^rows is not closed when rows.Scan fails `
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.Scan(); err != nil {
			return err
		}
	}
	return rows.Err()
}

func okPgx4Rows(ctx context.Context, tx pgx4.Tx) error {
	rows, err := tx.Query(ctx, "q")
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	return rows.Err() // exhausted
}

func badPgx4Tx(ctx context.Context, conn *pgx4.Conn) error {
	tx, err := conn.Begin(ctx) // want `^tx is never committed or rolled back `
	if err != nil {
		return err
	}
	return tx.QueryRow(ctx, "q").Scan()
}

func okPgx4Tx(ctx context.Context, conn *pgx4.Conn) error {
	tx, err := conn.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx) // does nothing after Commit
	if err := tx.QueryRow(ctx, "q").Scan(); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

func notePgx4PoolConn(ctx context.Context, pool *pgxpool4.Pool) error {
	conn, err := pool.Acquire(ctx) // want `^conn is never released `
	if err != nil {
		return err
	}
	return conn.Ping(ctx)
}

func okPgx4PoolConn(ctx context.Context, pool *pgxpool4.Pool) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release() // on every path
	return conn.Ping(ctx)
}

func notePgx4Pool(ctx context.Context, dsn string) (*pgxpool4.Pool, error) {
	pool, err := pgxpool4.Connect(ctx, dsn)
	if err != nil {
		return nil, err
	}
	if err := pool.Ping(ctx); err != nil {
		return nil, err
	}
	return pool, nil
}

func okPgx4Pool(ctx context.Context, dsn string) (*pgxpool4.Pool, error) {
	return pgxpool4.Connect(ctx, dsn) // the caller owns it
}
