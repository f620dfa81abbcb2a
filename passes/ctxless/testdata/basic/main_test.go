package basic

import (
	"context"
	"database/sql"
)

func okTest(ctx context.Context, db *sql.DB) { db.Ping() } // a test is not production
