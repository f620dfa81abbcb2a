// Package caller hands out what another package queries.
package caller

import (
	"context"
	"database/sql"
	"time"

	"ctxlife.test/interproc/store"
)

func badHandedOut(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return store.Names(ctx, db) // want `^the deferred cancel ends the context of store.Names`
}
