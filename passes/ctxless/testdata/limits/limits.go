// Package limits holds known wrong answers.
package limits

import (
	"context"
	"database/sql"
)

func ping(db *sql.DB) error { return db.Ping() }

// The helper has no context parameter; its callers are not told.
func FN_helper(ctx context.Context, db *sql.DB) error { return ping(db) }

// An interface says nothing of its effects.
type store interface {
	Load(id int) error
	LoadContext(ctx context.Context, id int) error
}

func FN_interface(ctx context.Context, s store) error { return s.Load(1) }
