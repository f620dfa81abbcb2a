// Package detached holds fresh contexts beside one that is in reach: forgotten
// ones, and those that are meant.
package detached

import (
	"context"
	"database/sql"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

type traceKey struct{}

type query struct {
	ctx context.Context
	db  *sql.DB
}

func newQuery(ctx context.Context, db *sql.DB) *query { return &query{ctx: ctx, db: db} }

func (q *query) ping() error { return q.db.PingContext(q.ctx) }

type service struct {
	db   *sql.DB
	last query
	jobs chan query
}

func (s *service) badArgument(w http.ResponseWriter, r *http.Request) {
	if err := s.db.PingContext(context.Background()); err != nil { // want `stands where a context is in scope \(r\.Context\(\)\)`
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *service) badTodo(c echo.Context) error {
	return s.db.PingContext(context.TODO()) // want `stands where a context is in scope \(c\.Request\(\)\.Context\(\)\)`
}

func (s *service) badStruct(w http.ResponseWriter, r *http.Request) {
	q := query{ctx: context.Background(), db: s.db} // want `stands where a context is in scope \(r\.Context\(\)\)`
	if q.ping() != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *service) badField(c *gin.Context) {
	q := query{db: s.db}
	q.ctx = context.Background() // want `stands where a context is in scope \(c\.Request\.Context\(\)\)`
	if q.ping() != nil {
		c.AbortWithStatus(http.StatusServiceUnavailable)
	}
}

func (s *service) badConstructor(w http.ResponseWriter, r *http.Request) {
	q := newQuery(context.Background(), s.db) // want `stands where a context is in scope \(r\.Context\(\)\)`
	if q.ping() != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *service) badConstructorChained(ctx context.Context) error {
	return newQuery(context.Background(), s.db).ping() // want `stands where a context is in scope \(ctx\)`
}

func (s *service) badTop(w http.ResponseWriter, r *http.Request) {
	ctx := context.Background() // want `stands where a context is in scope \(r\.Context\(\)\)`
	if err := s.db.PingContext(ctx); err != nil {
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *service) badTopVar(c *gin.Context) {
	var ctx = context.TODO() // want `stands where a context is in scope \(c\.Request\.Context\(\)\)`
	s.db.ExecContext(ctx, "insert into visits default values")
}

func (s *service) badTopTimeout(c echo.Context) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second) // want `stands where a context is in scope \(c\.Request\(\)\.Context\(\)\)`
	defer cancel()
	return s.db.PingContext(ctx)
}

func (s *service) badValue(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(context.Background(), traceKey{}, r.Header.Get("Trace")) // want `stands where a context is in scope \(r\.Context\(\)\)`
	s.db.PingContext(ctx)
}

func (s *service) badReplaced(ctx context.Context) error {
	ctx = context.Background()
	return s.db.PingContext(ctx)
}

func (s *service) badBranch(ctx context.Context, quick bool) error {
	if quick {
		return s.db.PingContext(ctx)
	}
	return s.db.PingContext(context.Background()) // want `stands where a context is in scope \(ctx\)`
}

// The literal is called before the function returns.
func (s *service) badInLiteral(ctx context.Context, each func(func() error) error) error {
	return each(func() error {
		return s.db.PingContext(context.Background()) // want `stands where a context is in scope \(ctx\)`
	})
}

func (s *service) badMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(context.Background(), traceKey{}, "x") // want `stands where a context is in scope \(r\.Context\(\)\)`
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}
