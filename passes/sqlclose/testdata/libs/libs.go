// Package libs holds sqlx and pgx.
package libs

import (
	"context"
	"database/sql"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
)

func badSqlxRows(db *sqlx.DB) error {
	rows, err := db.Queryx("q") // want `^rows is not closed when rows.StructScan fails`
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.StructScan(nil); err != nil {
			return err
		}
	}
	return rows.Err()
}

func okSqlxStructScan(db *sqlx.DB) error {
	rows, err := db.Queryx("q")
	if err != nil {
		return err
	}
	return sqlx.StructScan(rows, nil) // closes them, known by fact
}

func badSqlxTx(db *sqlx.DB) error {
	tx, err := db.Beginx() // want `^tx is never committed or rolled back`
	if err != nil {
		return err
	}
	_, err = tx.Exec("q")
	return err
}

func okSqlxTx(db *sqlx.DB) error {
	tx, err := db.Beginx()
	if err != nil {
		return err
	}
	defer tx.Rollback() // a promoted method
	_, err = tx.Exec("q")
	return err
}

func badPgxRows(ctx context.Context, pool *pgxpool.Pool) error {
	rows, err := pool.Query(ctx, "q") // want `^rows is not closed when rows.Scan fails \(its connection stays busy, so it is lost to the pool and every later query on it fails\)$`
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

func okPgxCollect(ctx context.Context, conn *pgx.Conn) ([]int, error) {
	rows, err := conn.Query(ctx, "q")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(pgx.Rows) (int, error) { return 1, nil }) // closes them
}

func badPoolConn(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx) // want `^conn is not released when conn.Exec fails`
	if err != nil {
		return err
	}
	if _, err := conn.Exec(ctx, "q"); err != nil {
		return err
	}
	conn.Release()
	return nil
}

func badPgxRow(ctx context.Context, pool *pgxpool.Pool) {
	_ = pool.QueryRow(ctx, "q") // want `^the result of pool.QueryRow is never scanned`
}

func badBatch(ctx context.Context, tx pgx.Tx) error {
	results := tx.SendBatch(ctx, &pgx.Batch{}) // want `^results is never closed`
	_, err := results.Exec()
	return err
}

// Querier is what projects put between themselves and the driver.
type Querier interface {
	QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error)
}

func badThroughInterface(ctx context.Context, q Querier) error {
	rows, err := q.QueryContext(ctx, "q") // want `^rows is never closed`
	if err != nil {
		return err
	}
	_, err = rows.Columns()
	return err
}
