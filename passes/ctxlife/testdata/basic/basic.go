// Package basic has the plain cases.
package basic

import (
	"context"
	"database/sql"
	"time"
)

func badRow(ctx context.Context, db *sql.DB) *sql.Row {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.QueryRowContext(ctx, "q") // want `^the deferred cancel ends the context of db.QueryRowContext before the caller reads the result`
}

func okScanned(ctx context.Context, db *sql.DB) (n int, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	err = db.QueryRowContext(ctx, "q").Scan(&n)
	return n, err
}
