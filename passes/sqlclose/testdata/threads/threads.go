// Package threads has shapes from reports against other linters, with the right verdict.
package threads

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"iter"
	"log"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
)

func closeRows(rows *sql.Rows) {
	if err := rows.Close(); err != nil {
		log.Print(err)
	}
}

// sqlclosecheck issue 43: a deferred function closes the rows.
func okDeferredFunction(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "q", 1)
	if err != nil {
		return err
	}
	defer closeRows(rows)
	return errors.New("early")
}

// sqlclosecheck issues 43 and 49: a deferred literal closes the rows of sqlx.
func okDeferredLiteral(ctx context.Context, db *sqlx.DB, each func(any)) error {
	rows, err := db.QueryxContext(ctx, "q")
	if err != nil {
		return err
	}
	defer func() {
		if err := rows.Close(); err != nil {
			log.Print(err)
		}
	}()
	for rows.Next() {
		var v struct{ ID int }
		if err := rows.StructScan(&v); err != nil {
			return err
		}
		each(v)
	}
	return rows.Err()
}

// sqlclosecheck issue 35: rows of sqlx are closed like any others.
func okQueryx(db *sqlx.DB) {
	rows, err := db.Queryx("q")
	if err != nil {
		log.Print(err)
		return
	}
	defer rows.Close()
}

func closer(c io.Closer) {
	if err := c.Close(); err != nil {
		log.Print(err)
	}
}

// sqlclosecheck issue 7: the helper takes an io.Closer; the statement is one by a promoted method.
func okCloser(db *sqlx.DB) error {
	stmt, err := db.Preparex("q")
	if err != nil {
		return err
	}
	defer closer(stmt)
	_, err = stmt.Exec(1)
	return err
}

type logger struct{ *log.Logger }

func (l logger) Close(c io.Closer) {
	if err := c.Close(); err != nil {
		l.Print(err)
	}
}

// sqlclosecheck issue 7: a method named Close of another type closes its argument.
func okLoggerCloses(tx *sql.Tx, l logger) error {
	rows, err := tx.Query("q")
	if err != nil {
		return err
	}
	defer l.Close(rows)
	return errors.New("early")
}

// sqlclosecheck issue 8: no defer, but one path only.
func okNoDefer(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	return n, rows.Close()
}

// sqlclosecheck issue 36, golang/go issue 34544: a loop that runs to its end closes the rows.
func okLoopToTheEnd(ctx context.Context, pool *pgxpool.Pool) (n int, err error) {
	rows, err := pool.Query(ctx, "q")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

// sqlclosecheck issue 36: but a return in the loop leaves them open.
func badReturnInLoop(ctx context.Context, pool *pgxpool.Pool, limit int) (n int, err error) {
	rows, err := pool.Query(ctx, "q") // want `^rows is `
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		if n++; n > limit {
			return n, errors.New("too many")
		}
	}
	return n, rows.Err()
}

// sqlclosecheck issue 36: rows that are only asked for their error stay open.
func badOnlyErr(ctx context.Context, pool *pgxpool.Pool) error {
	rows, err := pool.Query(ctx, "q") // want `^rows is `
	if err != nil {
		return err
	}
	return rows.Err()
}

type repo struct {
	db   *sql.DB
	find *sql.Stmt
}

func (r *repo) Close() error { return r.find.Close() }

// sqlclosecheck pull request 17: the statement is kept in the receiver, for later use.
func (r *repo) okKept() error {
	stmt, err := r.db.Prepare("q")
	if err != nil {
		return err
	}
	r.find = stmt
	return nil
}

// sqlclosecheck pull request 17: the constructor returns the struct that has the statement.
func okConstructor(db *sql.DB) (*repo, error) {
	find, err := db.Prepare("q")
	if err != nil {
		return nil, err
	}
	return &repo{db: db, find: find}, nil
}

// sqlclosecheck pull request 17: "better if we check the lifetime of the struct"; here it ends.
func badStructDropped(db *sql.DB, name string) (id int, err error) {
	stmt, err := db.Prepare("q") // want `^stmt is `
	if err != nil {
		return 0, err
	}
	r := repo{db: db, find: stmt}
	err = r.find.QueryRow(name).Scan(&id)
	return id, err
}

var insert *sql.Stmt

// sqlclosecheck issue 21: the statement lives in a package variable as long as the process.
func okGlobal(db *sql.DB) (err error) {
	insert, err = db.Prepare("q")
	return err
}

// sqlclosecheck pull request 33: the method of the owner closes the statement again.
func (r *repo) okClosedByOwner(ctx context.Context) error {
	stmt, err := r.db.PrepareContext(ctx, "q")
	if err != nil {
		return err
	}
	r.find = stmt
	_, err = r.find.Exec(1)
	return errors.Join(err, r.Close())
}

func forget(stmt *sqlx.Stmt) {
	if stmt != nil {
		log.Print("done")
	}
}

// sqlclosecheck pull request 33: the deferred function closes nothing.
func badForgetfulHelper(db *sqlx.DB) error {
	stmt, err := db.Preparex("q") // want `^stmt is `
	if err != nil {
		return err
	}
	defer forget(stmt)
	_, err = stmt.Exec(1)
	return err
}

// sqlclosecheck pull request 37: a deferred literal closes its parameter.
func okLiteralParameter(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer func(r *sql.Rows) { _ = r.Close() }(rows)
	return errors.New("early")
}

// sqlclosecheck pull request 37: a deferred literal that does not.
func badLiteralParameter(db *sql.DB) error {
	rows, err := db.Query("q") // want `^rows is `
	if err != nil {
		return err
	}
	defer func(r *sql.Rows) { log.Print(r.Err()) }(rows)
	return errors.New("early")
}

type runner struct {
	tx   pgx.Tx
	pool *pgxpool.Pool
}

// rowserrcheck issue 32: the rows go to the caller, who closes them.
func (r runner) okReturned(ctx context.Context, q string) (pgx.Rows, error) {
	switch {
	case r.tx != nil:
		return r.tx.Query(ctx, q)
	case r.pool != nil:
		return r.pool.Query(ctx, q)
	}
	return nil, errors.New("no runner")
}

// rowserrcheck issue 32: the caller that does not.
func badReturnedNotClosed(ctx context.Context, r runner) (bool, error) {
	rows, err := r.okReturned(ctx, "q") // want `^rows is `
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}

// sqlclosecheck issue 22: only Scan closes a row of one; Err does not.
func badRowErr(db *sql.DB) error {
	return db.QueryRow("update t set a = 1").Err() // want `^the result of db.QueryRow is `
}

// seata-go pull request 989 (sqlclosecheck): a query made for its error only.
func badForItsError(ctx context.Context, conn *sql.Conn) (bool, error) {
	if _, err := conn.QueryContext(ctx, "q"); err != nil { // want `^the result of conn.QueryContext is `
		return false, err
	}
	return true, nil
}

// PeerDB pull request 2694: CollectRows closes the rows.
func okCollected(ctx context.Context, tx pgx.Tx) ([]int, error) {
	rows, err := tx.Query(ctx, "q")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.Rows) (v int, err error) { return v, r.Scan(&v) })
}

// rowserrcheck issue 19: a closure gets the rows, the function around it uses them up.
func okFromClosure(db *sql.DB) (err error) {
	var rows *sql.Rows
	func() { rows, err = db.Query("q") }()
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	return rows.Err()
}

// golangci-lint issue 6467: an iterator closes its rows when its consumer stops.
func okIterator(db *sql.DB) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := db.Query("q")
		if err != nil {
			yield("", err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); !yield(s, err) {
				return
			}
		}
	}
}

// golangci-lint issue 6467: an iterator whose consumer stops early leaves its rows open.
func badIterator(db *sql.DB) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := db.Query("q") // want `^rows is `
		if err != nil {
			yield("", err)
			return
		}
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); !yield(s, err) {
				return
			}
		}
	}
}

// sqls pull request 204: the defer comes after the loop that can return.
func badDeferAfterLoop(db *sql.DB) (out []string, err error) {
	rows, err := db.Query("q") // want `^rows is `
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	defer rows.Close()
	return out, rows.Err()
}

// nri-flex pull request 667: Columns can fail too.
func badColumns(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `^rows is `
	if err != nil {
		return 0, err
	}
	cols, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n += len(cols)
	}
	return n, rows.Err()
}

// sqlclosecheck test of generics: a generic function is like any other.
func okGeneric[T any](db *sqlx.DB) (out []T, err error) {
	rows, err := db.Queryx("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// sqlclosecheck test of generics, without the Close.
func badGeneric[T any](db *sqlx.DB) (out []T, err error) {
	rows, err := db.Queryx("q") // want `^rows is `
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// icingadb pull request 148: each round closes its rows, without a defer.
func okEachRound(db *sql.DB, ids []int) error {
	for _, id := range ids {
		rows, err := db.Query("q", id)
		if err != nil {
			return err
		}
		for rows.Next() {
			if err := rows.Scan(new(int)); err != nil {
				rows.Close()
				return err
			}
		}
		rows.Close()
	}
	return nil
}

// dcrdata pull request 1073: closing the rows does not close the statement.
func badStatementUnderRows(ctx context.Context, db *sql.DB) (bool, error) {
	stmt, err := db.PrepareContext(ctx, "q") // want `^stmt is `
	if err != nil {
		return false, err
	}
	rows, err := stmt.QueryContext(ctx, 1)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	return rows.Next(), rows.Err()
}

// dcrdata pull request 1073: one error path of several forgets to bail.
func badBailForgotten(db *sql.DB) error {
	tx, err := db.Begin() // want `^tx is `
	if err != nil {
		return err
	}
	bail := func() error { return tx.Rollback() }
	if _, err := tx.Exec("a"); err != nil {
		return errors.Join(err, bail())
	}
	if _, err := tx.Exec("b"); err != nil {
		return err
	}
	return tx.Commit()
}

// dcrdata pull request 1073: every error path bails.
func okBail(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	bail := func() error { return tx.Rollback() }
	if _, err := tx.Exec("a"); err != nil {
		return errors.Join(err, bail())
	}
	if _, err := tx.Exec("b"); err != nil {
		return errors.Join(err, bail())
	}
	return tx.Commit()
}

// go-tools issue 1341: neither the transaction nor its statement has an end.
func badNeither(db *sql.DB) error {
	tx, err := db.Begin() // want `^tx is `
	if err != nil {
		return err
	}
	stmt, err := tx.Prepare("q") // a statement of a transaction ends with it
	if err != nil {
		return err
	}
	_, err = stmt.Exec(1, 2)
	return err
}

// go-critic issue 609: closed by the deferred literal, and by hand for the error.
func okClosedTwice(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer func() {
		if err := rows.Close(); err != nil {
			panic(err)
		}
	}()
	for rows.Next() {
		if err := rows.Scan(new(int)); err != nil {
			return err
		}
	}
	return rows.Close()
}

func toSlice(rows *sql.Rows) (out []int, err error) {
	defer closeRows(rows)
	for rows.Next() {
		var v int
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// focalboard pull request 679: the function that reads the rows closes them.
func okReader(db *sql.DB) ([]int, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return toSlice(rows)
}

// focalboard pull request 679: one way goes past the function that closes.
func badReaderSkipped(db *sql.DB, check func() error) ([]int, error) {
	rows, err := db.Query("q") // want `^rows is `
	if err != nil {
		return nil, err
	}
	if err := check(); err != nil {
		return nil, err
	}
	return toSlice(rows)
}

type cursor struct {
	rows *sql.Rows
	cols []string
}

func (c *cursor) Close() error { return c.rows.Close() }

// scan pull request 10: the cursor owns the rows, and a failed start closes them.
func okCursor(db *sql.DB) (*cursor, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	cols, err := rows.Columns()
	if err != nil {
		rows.Close()
		return nil, err
	}
	return &cursor{rows, cols}, nil
}

// scan pull request 10: a failed start leaves the rows to nobody.
func badCursor(db *sql.DB) (*cursor, error) {
	rows, err := db.Query("q") // want `^rows is `
	if err != nil {
		return nil, err
	}
	c := &cursor{rows: rows}
	if c.cols, err = rows.Columns(); err != nil {
		return nil, err
	}
	return c, nil
}

// golangci-lint pull request 1670: rows that only one branch has, closed where they are used.
func okSometimes(db *sql.DB, some bool) (err error) {
	var rows *sql.Rows
	if some {
		if rows, err = db.Query("q"); err != nil {
			return err
		}
	}
	if rows == nil {
		return nil
	}
	defer rows.Close()
	return rows.Err()
}

// golangci-lint issue 945: a deferred literal closes and asks for the error in one.
func okCloseAndErr(db *sql.DB) (err error) {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer func() {
		_ = rows.Close()
		err = errors.Join(err, rows.Err())
	}()
	return errors.New("early")
}

// spancheck pull request 31, as a transaction: only a failure rolls back, and nobody commits.
func badNeverCommitted(db *sql.DB) (err error) {
	tx, err := db.Begin() // want `^tx is `
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
		}
	}()
	_, err = tx.Exec("q")
	return err
}

type preparer interface {
	Prepare(query string) (*sql.Stmt, error)
}

func prepare(p preparer, query string) (*sql.Stmt, error) { return p.Prepare(query) }

func okPreparedForTx(tx *sql.Tx) error {
	stmt, err := prepare(tx, "q") // ends with the transaction, whoever prepares it
	if err != nil {
		return err
	}
	_, err = stmt.Exec(1)
	return err
}

type session struct {
	*sql.Tx
	user string
}

func okPreparedForSession(s *session) error {
	stmt, err := prepare(s, "q")
	if err != nil {
		return err
	}
	_, err = stmt.Exec(1)
	return err
}

func badPreparedForDB(db *sql.DB) error {
	stmt, err := prepare(db, "q") // want `^stmt is never closed `
	if err != nil {
		return err
	}
	_, err = stmt.Exec(1)
	return err
}

type txKey struct{}

// Whoever has the context ends the transaction in it.
func okTxInContext(ctx context.Context, db *sql.DB) (context.Context, error) {
	tx, err := db.Begin()
	if err != nil {
		return nil, err
	}
	return context.WithValue(ctx, txKey{}, tx), nil
}
