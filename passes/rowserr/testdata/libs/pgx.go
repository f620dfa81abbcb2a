package libs

import (
	"context"
	"errors"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

func badPgx(ctx context.Context, pool *pgxpool.Pool) ([]string, error) {
	rows, err := pool.Query(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// What breaks off the rows breaks the transaction.
func okPgxCommitted(ctx context.Context, tx pgx.Tx) error {
	rows, err := tx.Query(ctx, "q")
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	rows.Close()
	return tx.Commit(ctx)
}

func badPgxConn(ctx context.Context, conn *pgx.Conn) (bool, error) {
	rows, err := conn.Query(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		return false, err
	}
	defer rows.Close()
	if rows.Next() {
		return true, nil
	}
	return false, nil
}

func badPgxDropped(ctx context.Context, pool *pgxpool.Pool) {
	rows, err := pool.Query(ctx, "q")
	if err != nil {
		return
	}
	for rows.Next() {
	}
	rows.Close()
	_ = rows.Err() // want `^the answer of `
}

func okPgx(ctx context.Context, pool *pgxpool.Pool) error {
	rows, err := pool.Query(ctx, "q")
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	rows.Close()
	return rows.Err()
}

func okPgxNotFound(ctx context.Context, pool *pgxpool.Pool) error {
	rows, err := pool.Query(ctx, "q")
	if err != nil {
		return err
	}
	defer rows.Close()
	if !rows.Next() {
		return errors.Join(errors.New("not found"), rows.Err())
	}
	return rows.Scan()
}

func okPgxCollect(ctx context.Context, tx pgx.Tx) ([]int, error) {
	rows, err := tx.Query(ctx, "q")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.Rows) (v int, err error) {
		err = r.Scan(&v)
		return v, err
	})
}

func okPgxNotStarted(ctx context.Context, pool *pgxpool.Pool) error {
	rows, err := pool.Query(ctx, "insert")
	if err != nil {
		return err
	}
	rows.Close()
	return nil
}
