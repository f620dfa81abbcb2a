// Package examples serves nobody.
package examples

import (
	"context"
	"database/sql"
)

func okExample(ctx context.Context, db *sql.DB) error { return db.Ping() }
