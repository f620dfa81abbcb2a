// Package reports takes contexts and hands out what lives as long as they do,
// or does not.
package reports

import (
	"context"
	"database/sql"
	"net/http"
)

// A Report reads its lines when it is asked for them.
type Report struct{ rows *sql.Rows }

func (r *Report) Next(line *string) bool { return r.rows.Next() && r.rows.Scan(line) == nil }

func (r *Report) Close() error { return r.rows.Close() }

// Open returns a report that lives as long as the context.
func Open(ctx context.Context, db *sql.DB) (*Report, error) {
	rows, err := db.QueryContext(ctx, "select line from report")
	if err != nil {
		return nil, err
	}
	return &Report{rows: rows}, nil
}

// Lines returns rows, one level deeper.
func Lines(ctx context.Context, db *sql.DB) (*sql.Rows, error) { return lines(ctx, db, 100) }

func lines(ctx context.Context, db *sql.DB, n int) (*sql.Rows, error) {
	return db.QueryContext(ctx, "select line from report limit $1", n)
}

// Download returns a response whose body lives as long as the context.
func Download(ctx context.Context, url string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

// Detached returns rows that live on.
func Detached(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	return db.QueryContext(context.WithoutCancel(ctx), "select line from report")
}

// Size is known when it returns.
func Size(ctx context.Context, db *sql.DB) (n int, err error) {
	err = db.QueryRowContext(ctx, "select count(*) from report").Scan(&n)
	return n, err
}

// A Summary is whole when Summarize returns.
type Summary struct{ Lines int }

func Summarize(ctx context.Context, db *sql.DB) (*Summary, error) {
	n, err := Size(ctx, db)
	if err != nil {
		return nil, err
	}
	return &Summary{Lines: n}, nil
}

// Refresh waits for the database.
func Refresh(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "refresh materialized view report")
	return err
}
