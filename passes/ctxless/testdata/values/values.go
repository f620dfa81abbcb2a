// Package values has contexts that only carry values.
package values

import (
	"context"
	"database/sql"
	"log"
	"net/http"
)

type dbKey struct{}

// With puts a database into a context.
func With(ctx context.Context, db *sql.DB) context.Context {
	return context.WithValue(ctx, dbKey{}, db)
}

// From gets it out again.
func From(ctx context.Context) *sql.DB {
	db, _ := ctx.Value(dbKey{}).(*sql.DB)
	return db
}

func logger(ctx context.Context) *log.Logger {
	l, _ := ctx.Value("log").(*log.Logger)
	return l
}

func list(ctx context.Context) (int, error) {
	return From(ctx).Stats().OpenConnections, nil
}

func okBag(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	if _, err := list(With(context.TODO(), db)); err != nil {
		logger(context.Background()).Println(err)
	}
}

func badWaits(ctx context.Context, db *sql.DB) error {
	return db.PingContext(With(context.TODO(), db)) // want `stands where a context is in scope \(ctx\)`
}

func okRooted(db *sql.DB) error {
	ctx := With(context.Background(), db)
	if err := db.PingContext(context.TODO()); err != nil {
		return err
	}
	return From(ctx).PingContext(context.Background())
}

func attach(r *http.Request, v any) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), dbKey{}, v))
}

func okSynthetic(r *http.Request, next func(*http.Request) error) error {
	req, err := http.NewRequest(http.MethodPost, "/push", r.Body)
	if err != nil {
		return err
	}
	req = attach(req, "key")
	return next(req)
}
