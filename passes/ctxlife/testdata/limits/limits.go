// Package limits holds known wrong answers.
package limits

import (
	"context"
	"database/sql"
	"time"
)

func query(ctx context.Context, db *sql.DB, sum func(*sql.Rows)) {
	rows, err := db.QueryContext(ctx, "q")
	if err == nil {
		go sum(rows)
	}
}

// What the callee does with the context is not followed.
func FN_callee(ctx context.Context, db *sql.DB, sum func(*sql.Rows)) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	query(ctx, db, sum)
}
