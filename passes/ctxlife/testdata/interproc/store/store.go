// Package store queries for others.
package store

import (
	"context"
	"database/sql"
)

// Names returns rows that live as long as the context.
func Names(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	return db.QueryContext(ctx, "select name from users")
}
