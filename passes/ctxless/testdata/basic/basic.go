// Package basic holds the plain cases.
package basic

import (
	"context"
	"database/sql"
	"net"
	"net/http"
	"os/exec"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
)

func badQuery(ctx context.Context, db *sql.DB) error {
	rows, err := db.Query("q", 1) // want `^db.Query ignores the context in scope \(ctx\): when the database is slow, it runs on after the caller has given up$`
	if err != nil {
		return err
	}
	return rows.Close()
}

func badExec(ctx context.Context, tx *sql.Tx, stmt *sql.Stmt) {
	tx.Exec("q")    // whoever began it bound it to a context
	stmt.Exec()     // want `^stmt.Exec ignores the context in scope \(ctx\)`
	stmt.QueryRow() // want `^stmt.QueryRow ignores the context in scope \(ctx\)`
}

func badBegin(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	return db.Begin() // want `^db.Begin ignores the context in scope \(ctx\)`
}

func badHandler(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	db.Ping()                       // want `^db.Ping ignores the context in scope \(r.Context\(\)\)`
	http.Get("http://example.test") // want `^http.Get ignores the context in scope \(r.Context\(\)\): when the other side is slow, it runs on after the caller has given up$`
}

func badGin(c *gin.Context, db *sql.DB) {
	db.Ping() // want `^db.Ping ignores the context in scope \(c.Request.Context\(\)\)`
}

func badEcho(c echo.Context, db *sql.DB) error {
	return db.Ping() // want `^db.Ping ignores the context in scope \(c.Request\(\).Context\(\)\)`
}

func badFiber(c *fiber.Ctx, db *sql.DB) error {
	return db.Ping() // want `^db.Ping ignores the context in scope \(c.UserContext\(\)\)`
}

func badRequest(ctx context.Context) error {
	req, err := http.NewRequest("GET", "http://example.test", nil) // want `^http.NewRequest ignores the context in scope \(ctx\)`
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func badCommand(ctx context.Context) error {
	return exec.Command("true").Run() // want `^exec.Command ignores the context in scope \(ctx\): when the process hangs, nothing ends it after the caller has given up$`
}

func badDial(ctx context.Context) (net.Conn, error) {
	return net.Dial("tcp", "example.test:80") // want `^net.Dial ignores the context in scope \(ctx\)`
}

func badLookup(ctx context.Context) ([]string, error) {
	return net.LookupHost("example.test") // want `^net.LookupHost ignores the context in scope \(ctx\)`
}

// The twin of sqlx is found by rule, its effect by fact.
func badTwin(ctx context.Context, db *sqlx.DB, dest any) error {
	return db.Select(dest, "q") // want `^db.Select ignores the context in scope \(ctx\)`
}

func badCaptured(ctx context.Context, db *sql.DB, each func(func() error) error) error {
	return each(func() error {
		return db.Ping() // want `^db.Ping ignores the context in scope \(ctx\)`
	})
}

func badDerived(db *sql.DB) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = ctx
	return db.Ping() // want `^db.Ping ignores the context in scope \(ctx\)`
}

func okNoContext(db *sql.DB) error { return db.Ping() } // nothing to pass on

func okPassed(ctx context.Context, db *sql.DB) error { return db.PingContext(ctx) }

func okBlank(_ context.Context, db *sql.DB) error { return db.Ping() } // not usable

func okFresh(db *sql.DB) error {
	ctx := context.Background()
	_ = ctx
	return db.Ping() // passing a context that nothing cancels gains nothing
}

func okAttachedLater(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequest("GET", "http://example.test", nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req.WithContext(ctx))
}

func okGoroutine(ctx context.Context, db *sql.DB) {
	go func() {
		db.Exec("audit") // may have to outlive the request
	}()
	go db.Ping()
}

func okDeferred(ctx context.Context, db *sql.DB) {
	defer db.Exec("unlock") // must run when ctx is cancelled
	defer func() { db.Exec("unlock") }()
}

func okLater(ctx context.Context, db *sql.DB) {
	time.AfterFunc(time.Second, func() { db.Ping() }) // runs when ctx may be gone
}

func okConstructor(ctx context.Context, db *sql.DB) func() error {
	return func() error { return db.Ping() } // ctx is of the construction
}

// A twin alone is no reason: this one only computes.
type checker struct{}

func (checker) Check(n int) error                             { return nil }
func (checker) CheckContext(ctx context.Context, n int) error { return nil }

func okNoEffect(ctx context.Context, c checker) error { return c.Check(1) }

// The request that the call makes is not a context to use.
func okOwnRequest(url string) (*http.Response, error) {
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return nil, err
	}
	return http.DefaultClient.Do(req)
}

func okOwnRequests(url string, post bool) (err error) {
	var req *http.Request
	if post {
		req, err = http.NewRequest("POST", url, nil) // nil before, a request of its own after
	} else {
		req, err = http.NewRequest("GET", url, nil)
	}
	_ = req
	second, err := http.NewRequest("GET", url, nil)
	_ = second
	return err
}

func okShadowed(ctx context.Context, db *sql.DB) error {
	{
		ctx := "not a context"
		_ = ctx
		return db.Ping() // ctx names something else here
	}
}

var history []*http.Request

func okRecorded(ctx context.Context, url string) error {
	req, err := http.NewRequest("GET", url, nil) // never sent
	if err != nil {
		return err
	}
	history = append(history, req)
	return nil
}

func okPrepareInTx(ctx context.Context, tx *sql.Tx) (*sql.Stmt, error) {
	return tx.Prepare("q") // the transaction holds its connection already
}

type pool struct{ db *sql.DB }

func (p pool) Check() error { return p.db.Ping() }

// CheckContext is the twin of Check, made of it.
func (p pool) CheckContext(ctx context.Context) error {
	done := make(chan error, 1)
	go func() { done <- p.Check() }()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case err := <-done:
		return err
	}
}

func (p pool) CheckWithContext(ctx context.Context) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return p.Check() // want `^p.Check ignores the context in scope \(ctx\)`
}

func ping(db *sql.DB) error { return db.Ping() } // want `^ping waits in db.Ping and takes no context, though its callers hold one`

func callsPing(ctx context.Context, db *sql.DB) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return ping(db)
}

func innermost(db *sql.DB) error { return db.Ping() } // want `^innermost waits in db.Ping and takes no context, though its callers hold one`

func middle(db *sql.DB) error { return innermost(db) }

func callsMiddle(ctx context.Context, db *sql.DB) error {
	<-ctx.Done()
	return middle(db)
}
