// Package basic holds the plain cases of each resource.
package basic

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"os"
)

func badScanFails(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q") // want `^rows is not closed when rows.Scan fails \(its connection stays checked out, and a bounded pool runs dry\)$`
	if err != nil {
		return nil, err
	}
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

func badBreak(db *sql.DB) string {
	rows, err := db.Query("q") // want `^rows is not closed on every path to the end of the function`
	if err != nil {
		return ""
	}
	s := ""
	for rows.Next() {
		_ = rows.Scan(&s)
		if s != "" {
			break
		}
	}
	return s
}

func badFirstRowOnly(db *sql.DB) (bool, error) {
	rows, err := db.Query("q") // want `^rows is not closed on the return under "rows.Next\(\)"`
	if err != nil {
		return false, err
	}
	if rows.Next() {
		return true, nil
	}
	return false, nil
}

func badNeverClosed(db *sql.DB) error {
	rows, err := db.Query("q") // want `^rows is never closed`
	if err != nil {
		return err
	}
	_, err = rows.Columns()
	return err
}

func badDiscarded(db *sql.DB) error {
	_, err := db.Query("update t set a = 1") // want `^the result of db.Query is never closed`
	return err
}

func badEarlyReturnBeforeDefer(db *sql.DB, limit int) error {
	rows, err := db.Query("q") // want `^rows is not closed on the return under "limit > 10"`
	if err != nil {
		return err
	}
	if limit > 10 {
		return errors.New("limit")
	}
	defer rows.Close()
	for rows.Next() {
	}
	return rows.Err()
}

func badOneBranch(db *sql.DB, quick bool) error {
	rows, err := db.Query("q") // want `^rows is not closed on every path to the end`
	if err != nil {
		return err
	}
	if quick {
		rows.Close()
	}
	return nil
}

func badRetryLoop(db *sql.DB) error {
	for range 3 {
		rows, err := db.Query("q") // want `^rows is not closed when rows.Columns fails`
		if err != nil {
			continue
		}
		if _, err := rows.Columns(); err != nil {
			continue
		}
		return rows.Close()
	}
	return nil
}

func badEndlessLoop(db *sql.DB) {
	for {
		rows, err := db.Query("q") // want `^rows is not closed before the loop acquires the next one`
		if err == nil && rows.Err() != nil {
			rows.Close()
		}
	}
}

func badErrorIgnored(db *sql.DB) {
	rows, _ := db.Query("q") // want `^rows is never closed`
	fmt.Println(rows)
}

func okDeferClose(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close() // runs on every exit
	for rows.Next() {
		if err := rows.Scan(); err != nil {
			return err
		}
	}
	return rows.Err()
}

func okLoopToEnd(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	for rows.Next() { // Next closes the rows when it returns false
		_ = rows.Scan()
	}
	return rows.Err()
}

func okNoRow(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	if !rows.Next() {
		return sql.ErrNoRows // closed by Next
	}
	return rows.Close()
}

func okErrorTests(db *sql.DB) error {
	rows, err := db.Query("q")
	switch {
	case errors.Is(err, context.Canceled):
		return nil // errors.Is is true of a real error only
	case err != nil:
		return err
	}
	return rows.Close()
}

func okErrorSwitch(db *sql.DB) error {
	rows, err := db.Query("q")
	switch err {
	case nil:
		return rows.Close()
	case sql.ErrConnDone:
		return nil // a sentinel is never nil
	default:
		return err
	}
}

func okNilTest(db *sql.DB, want bool) (err error) {
	var rows *sql.Rows
	if want {
		if rows, err = db.Query("q"); err != nil {
			return err
		}
	}
	if rows != nil {
		err = rows.Close() // open exactly where rows is not nil
	}
	return err
}

func okSameCondition(db *sql.DB, want bool) error {
	var rows *sql.Rows
	var err error
	if want {
		if rows, err = db.Query("q"); err != nil {
			return err
		}
	}
	if want {
		return rows.Close() // the same condition as the acquisition
	}
	return nil
}

func okDeferredNilTest(db *sql.DB) error {
	var rows *sql.Rows
	defer func() {
		if rows != nil {
			rows.Close() // deferred before the acquisition, through the variable
		}
	}()
	var err error
	rows, err = db.Query("q")
	if err != nil {
		return err
	}
	_, err = rows.Columns()
	return err
}

func okMethodValue(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	done := rows.Close
	defer done() // a method value of the release
	return nil
}

func okFatal(db *sql.DB) {
	rows, err := db.Query("q")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := rows.Columns(); err != nil {
		log.Fatal(err) // the process ends
	}
	if rows.Err() != nil {
		os.Exit(1)
	}
	die(rows.Close())
}

// die never returns, which the engine finds without being told.
func die(err error) { panic(err) }

func okDies(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	if _, err := rows.Columns(); err != nil {
		die(err)
	}
	return rows.Close()
}

func okReturned(db *sql.DB) (*sql.Rows, error) {
	return db.Query("q") // the caller owns it
}

func okRetryLoop(db *sql.DB) (rows *sql.Rows, err error) {
	for range 3 {
		if rows, err = db.Query("q"); err == nil {
			return rows, nil
		}
	}
	return nil, err // every attempt failed: nothing is open
}

type cursor struct{ rows *sql.Rows }

func (c *cursor) Close() error { return c.rows.Close() }

func okStored(db *sql.DB) (*cursor, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return &cursor{rows}, nil // the struct owns it
}

func okSent(db *sql.DB, c chan<- *sql.Rows) {
	rows, err := db.Query("q")
	if err == nil {
		c <- rows // the receiver owns it
	}
}

func okGoroutine(db *sql.DB) {
	rows, err := db.Query("q")
	if err != nil {
		return
	}
	go func() {
		defer rows.Close() // the goroutine owns it
		for rows.Next() {
		}
	}()
}

func okUnknownCallee(db *sql.DB, consume func(*sql.Rows) error) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	return consume(rows) // an unknown function may close it
}

func badRowNeverScanned(db *sql.DB) {
	db.QueryRow("update t set a = 1") // want `^the result of db.QueryRow is never scanned \(only Scan frees its connection, and a bounded pool runs dry\)$|^the result of db.QueryRow is never scanned`
}

func badRowErrOnly(db *sql.DB) error {
	row := db.QueryRow("q") // want `^row is never scanned`
	return row.Err()
}

func okRowScanned(db *sql.DB) (n int, err error) {
	err = db.QueryRow("q").Scan(&n)
	return n, err
}

func badStmt(db *sql.DB) error {
	stmt, err := db.Prepare("q") // want `^stmt is never closed \(the database keeps the prepared statement until its limit is reached\)$`
	if err != nil {
		return err
	}
	_, err = stmt.Exec()
	return err
}

func okStmtOfTx(tx *sql.Tx) error {
	stmt, err := tx.Prepare("q") // closed with the transaction
	if err != nil {
		return err
	}
	_, err = stmt.Exec()
	return err
}

func badConn(ctx context.Context, db *sql.DB) error {
	conn, err := db.Conn(ctx) // want `^conn is not closed when conn.PingContext fails`
	if err != nil {
		return err
	}
	if err := conn.PingContext(ctx); err != nil {
		return err
	}
	return conn.Close()
}

// A recursive literal captures the variable that holds it.
func badRecursiveLiteral(db *sql.DB) error {
	rows, err := db.Query("q") // want `^rows is never closed`
	if err != nil {
		return err
	}
	var walk func(n int) int
	walk = func(n int) int {
		if n == 0 {
			cols, _ := rows.Columns()
			return len(cols)
		}
		return walk(n - 1)
	}
	walk(3)
	return nil
}

func okRowsOfTx(tx *sql.Tx) error {
	rows, err := tx.Query("q")
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.Scan(); err != nil {
			return err // the end of the transaction closes them
		}
	}
	return rows.Err()
}

type code struct{ n int }

func classify(err error) *code {
	if err == nil {
		return nil
	}
	return &code{1}
}

func (*code) Error() string { return "code" }

func okClassified(db *sql.DB) error {
	rows, err := db.Query("q")
	if c := classify(err); c != nil && c.n == 1 {
		return nil // made of the error, so there is one
	}
	if c, ok := err.(*code); ok {
		return c // of a type, so there is one
	}
	if err != nil {
		return err
	}
	return rows.Close()
}

func okErrorText(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	_, cerr := rows.Columns()
	if cerr != nil && cerr.Error() == "x" {
		return rows.Close()
	}
	return rows.Close()
}

// preparer keeps its first error, so its results may be nil.
type preparer struct {
	db  *sql.DB
	err error
}

func (p *preparer) prepare(q string) (s *sql.Stmt) {
	if p.err != nil {
		return nil
	}
	s, p.err = p.db.Prepare(q)
	return s
}

func okStickyError(p *preparer) (*sql.Stmt, error) {
	s := p.prepare("q")
	if p.err != nil {
		return nil, p.err
	}
	return s, nil
}

func okOwnContext(parent context.Context, db *sql.DB) (bool, error) {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	rows, err := db.QueryContext(ctx, "q") // cancel closes the rows
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

func badOwnContextConn(parent context.Context, db *sql.DB) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	conn, err := db.Conn(ctx) // want `^conn is never closed`
	if err != nil {
		return err
	}
	return conn.PingContext(ctx)
}

func okRowErr(db *sql.DB) (n int, err error) {
	row := db.QueryRow("q")
	if row.Err() != nil {
		return 0, row.Err() // the query failed, so no row is open
	}
	return n, row.Scan(&n)
}

type pooled struct{ db *sql.DB }

func (p *pooled) conn(ctx context.Context) (*sql.Conn, func() error, error) {
	conn, err := p.db.Conn(ctx)
	if err != nil {
		return nil, nil, err
	}
	return conn, func() error { return conn.Close() }, nil
}

func okCleanupBeside(ctx context.Context, p *pooled) (err error) {
	conn, cleanup, err := p.conn(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, cleanup()) }() // closes conn
	return conn.PingContext(ctx)
}
