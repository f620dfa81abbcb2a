// Package fix holds the leaks that have a fix.
package fix

import (
	"context"
	"database/sql"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

func badScanFails(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q") // want `^rows is not closed when rows.Scan fails`
	if err != nil {
		return nil, err
	}
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

func badTx(db *sql.DB, then func() error) error {
	tx, err := db.Begin() // want `^tx is not committed or rolled back when then fails`
	if err != nil {
		return err
	}
	if err := then(); err != nil {
		return err
	}
	return tx.Commit()
}

func badPgxTx(ctx context.Context, pool *pgxpool.Pool, then func(pgx.CommandTag) error) error {
	tx, err := pool.Begin(ctx) // want `^tx is not committed or rolled back when then fails`
	if err != nil {
		return err
	}
	if err := then(pgx.CommandTag{}); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// In a loop a deferred release would pile up: reported, not fixed.
func badLoop(db *sql.DB, queries []string) error {
	for _, q := range queries {
		rows, err := db.Query(q) // want `^rows is never closed|^rows is not closed before the loop`
		if err != nil {
			return err
		}
		if _, err := rows.Columns(); err != nil {
			return err
		}
	}
	return nil
}
