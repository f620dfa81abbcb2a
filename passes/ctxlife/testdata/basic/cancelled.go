package basic

import (
	"bufio"
	"context"
	"database/sql"
	"encoding/json"
	"io"
	"net/http"
	"time"
)

func badRows(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.QueryContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryContext before the caller reads `
}

func badRowsVariable(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := db.QueryContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryContext before the caller reads `
	if err != nil {
		return nil, err
	}
	return rows, nil
}

func FN_namedResult(ctx context.Context, stmt *sql.Stmt) (rows *sql.Rows, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	rows, err = stmt.QueryContext(ctx)
	return
}

func badDeadline(ctx context.Context, tx *sql.Tx, by time.Time) *sql.Row {
	ctx, cancel := context.WithDeadline(ctx, by)
	defer cancel()
	row := tx.QueryRowContext(ctx, "select 1") // want `^the deferred cancel ends the context of tx\.QueryRowContext before the caller rea`
	return row
}

func badDeferredLiteral(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer func() {
		cancel()
	}()
	return db.QueryContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryContext before the caller reads `
}

type listing struct {
	rows *sql.Rows
	size int
}

func badStruct(ctx context.Context, db *sql.DB) (*listing, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := db.QueryContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryContext before the caller reads `
	if err != nil {
		return nil, err
	}
	return &listing{rows: rows, size: 10}, nil
}

func FN_structField(ctx context.Context, db *sql.DB) (*listing, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	l := &listing{size: 10}
	var err error
	l.rows, err = db.QueryContext(ctx, "select name from users")
	return l, err
}

func badResponse(ctx context.Context, req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return http.DefaultClient.Do(req.WithContext(ctx)) // want `^the deferred cancel ends the context of http\.DefaultClient\.Do before the caller `
}

func badRequestMade(ctx context.Context, client *http.Client) (*http.Response, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://files.test", nil)
	if err != nil {
		return nil, err
	}
	return client.Do(req) // want `^the deferred cancel ends the context of client\.Do before the caller reads the re`
}

func badBody(ctx context.Context, client *http.Client, req *http.Request) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := client.Do(req.WithContext(ctx)) // want `^the deferred cancel ends the context of client\.Do before the caller reads the re`
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

func badScanner(ctx context.Context, client *http.Client, req *http.Request) (*bufio.Scanner, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := client.Do(req.WithContext(ctx)) // want `^the deferred cancel ends the context of client\.Do before the caller reads the re`
	if err != nil {
		return nil, err
	}
	return bufio.NewScanner(resp.Body), nil
}

func FN_iterator(ctx context.Context, db *sql.DB) (func() bool, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := db.QueryContext(ctx, "select name from users")
	if err != nil {
		return nil, err
	}
	return func() bool { return rows.Next() }, nil
}

// The cancel is not deferred, but still comes first.
func FN_tooEarly(ctx context.Context, db *sql.DB) (n int, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	row := db.QueryRowContext(ctx, "select count(*) from users")
	cancel()
	err = row.Scan(&n)
	return n, err
}

func badOnHandler(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	names := func() *sql.Row {
		ctx, cancel := context.WithTimeout(r.Context(), time.Second)
		defer cancel()
		return db.QueryRowContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryRowContext before the caller rea`
	}
	var name string
	if names().Scan(&name) == nil {
		io.WriteString(w, name)
	}
}

func okConsumed(ctx context.Context, db *sql.DB) (names []string, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := db.QueryContext(ctx, "select name from users")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

func okRead(ctx context.Context, client *http.Client, req *http.Request) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := client.Do(req.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func okDecoded(ctx context.Context, client *http.Client, req *http.Request, out any) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := client.Do(req.WithContext(ctx))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

func okStatus(ctx context.Context, client *http.Client, req *http.Request) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := client.Do(req.WithContext(ctx))
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

func okCancelReturned(ctx context.Context, db *sql.DB) (*sql.Rows, context.CancelFunc, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	rows, err := db.QueryContext(ctx, "select name from users")
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return rows, cancel, nil
}

type bound struct {
	io.ReadCloser
	cancel context.CancelFunc
}

func (b *bound) Close() error {
	defer b.cancel()
	return b.ReadCloser.Close()
}

func okCancelOnClose(ctx context.Context, client *http.Client, req *http.Request) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	resp, err := client.Do(req.WithContext(ctx))
	if err != nil {
		cancel()
		return nil, err
	}
	return &bound{resp.Body, cancel}, nil
}

// Only the check is bounded, the rows have the context of the caller.
func okOtherContext(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	short, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	if err := db.PingContext(short); err != nil {
		return nil, err
	}
	return db.QueryContext(ctx, "select name from users")
}

func okDetached(ctx context.Context, db *sql.DB) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.QueryContext(context.WithoutCancel(ctx), "select name from users")
}

func okResult(ctx context.Context, db *sql.DB) (sql.Result, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.ExecContext(ctx, "delete from users") // it is there when the call returns
}

// The function that gets the rows reads them before this one returns.
func okHandedDown(ctx context.Context, db *sql.DB, each func(*sql.Rows) error) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := db.QueryContext(ctx, "select name from users")
	if err != nil {
		return err
	}
	defer rows.Close()
	return each(rows)
}

// The literal is run in here.
func okScannedInLiteral(ctx context.Context, db *sql.DB) (n int, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	query := func() *sql.Row { return db.QueryRowContext(ctx, "select count(*) from users") }
	err = query().Scan(&n)
	return n, err
}

func okCancelAfterScan(ctx context.Context, db *sql.DB) (n int, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	row := db.QueryRowContext(ctx, "select count(*) from users")
	err = row.Scan(&n)
	cancel()
	return n, err
}

// Cancelled only when there is nothing to read.
func okCancelOnFailure(ctx context.Context, db *sql.DB) (rows *sql.Rows, err error) {
	ctx, cancel := context.WithCancel(ctx)
	defer func() {
		if err != nil {
			cancel()
		}
	}()
	return db.QueryContext(ctx, "select name from users")
}
