package threads

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"

	"github.com/jmoiron/sqlx"
)

// Rows that a function value makes are rows like any other.
func badFuncValue(query func(string) (*sql.Rows, error)) (n int, err error) {
	rows, err := query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

func okFuncValue(query func(string) (*sql.Rows, error)) (n int, err error) {
	rows, err := query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

// A method value is a function value too.
func badMethodValue(ctx context.Context, db *sql.DB, tx *sql.Tx) (n int, err error) {
	query := db.QueryContext
	if tx != nil {
		query = tx.QueryContext
	}
	rows, err := query(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

// Querier is satisfied by a database and by a transaction.
type Querier interface {
	QueryContext(ctx context.Context, q string, args ...any) (*sql.Rows, error)
}

func badQuerier(ctx context.Context, q Querier) (n int, err error) {
	rows, err := q.QueryContext(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

type result struct {
	rows *sql.Rows
	err  error
}

// The struct does not leave the function.
func badField(db *sql.DB) (n int, err error) {
	var r result
	r.rows, r.err = db.Query("q") // want `\.Err is not asked after the last `
	if r.err != nil {
		return 0, r.err
	}
	defer r.rows.Close()
	for r.rows.Next() {
		n++
	}
	return n, nil
}

func okField(db *sql.DB) (n int, err error) {
	var r result
	r.rows, r.err = db.Query("q")
	if r.err != nil {
		return 0, r.err
	}
	defer r.rows.Close()
	for r.rows.Next() {
		n++
	}
	return n, r.rows.Err()
}

// Next and Err of an adapter are those of its rows; its users ask.
type adapter struct{ rows *sql.Rows }

func (a *adapter) Next() bool   { return a.rows.Next() }
func (a *adapter) Err() error   { return a.rows.Err() }
func (a *adapter) Close() error { return a.rows.Close() }

func newAdapter(db *sql.DB) (*adapter, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return &adapter{rows}, nil
}

func badAdapter(db *sql.DB) (n int, err error) {
	a, err := newAdapter(db) // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer a.Close()
	for a.Next() {
		n++
	}
	return n, nil
}

func okAdapter(db *sql.DB) (n int, err error) {
	a, err := newAdapter(db)
	if err != nil {
		return 0, err
	}
	defer a.Close()
	for a.Next() {
		n++
	}
	return n, a.Err()
}

func (a *adapter) okCollect() (out []string, err error) {
	for a.rows.Next() {
		var s string
		if err := a.rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, a.rows.Err()
}

func badNamedQuery(db *sqlx.DB, arg any) (n int, err error) {
	rows, err := db.NamedQuery("q", arg) // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

// An insert that returns its row: the reason of a failure is in Err only.
func badNamedInsert(db *sqlx.DB, arg any) (id int, err error) {
	rows, err := db.NamedQuery("insert into t values (:v) returning id", arg) // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if rows.Next() {
		if err := rows.Scan(&id); err != nil {
			return 0, err
		}
	}
	return id, nil
}

func okNamedQuery(db *sqlx.DB, arg any) (n int, err error) {
	rows, err := db.NamedQuery("q", arg)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

func badClosureScans(db *sql.DB) (out []string, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	scan := func(r *sql.Rows) error {
		var s string
		err := r.Scan(&s)
		out = append(out, s)
		return err
	}
	for rows.Next() {
		if err := scan(rows); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func badClosureIterates(db *sql.DB) (n int, err error) {
	count := func(r *sql.Rows) {
		for r.Next() {
			n++
		}
	}
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	count(rows)
	return n, nil
}

func okClosureIterates(db *sql.DB) (n int, err error) {
	count := func(r *sql.Rows) error {
		for r.Next() {
			n++
		}
		return r.Err()
	}
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	return n, count(rows)
}

func okClosureChecks(db *sql.DB) (n int, err error) {
	check := func(r *sql.Rows) error {
		if err := r.Err(); err != nil {
			return fmt.Errorf("count: %w", err)
		}
		return nil
	}
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, check(rows)
}

func collect[T any](rows *sql.Rows, f func(*sql.Rows) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() {
		v, err := f(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

func okCollect(db *sql.DB) ([]int, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return collect(rows, func(r *sql.Rows) (v int, err error) {
		err = r.Scan(&v)
		return v, err
	})
}

// The rows are a parameter that is closed here.
func badCollect[T any](rows *sql.Rows, f func(*sql.Rows) (T, error)) ([]T, error) {
	defer rows.Close()
	var out []T
	for rows.Next() { // want `\.Err is not asked after the last `
		v, err := f(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func badGenericQuery[T any](ctx context.Context, db *sql.DB, q string) (out []T, err error) {
	rows, err := db.QueryContext(ctx, q) // want `\.Err is not asked after the last `
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
	return out, nil
}

func okSwitch(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	switch err := rows.Err(); {
	case errors.Is(err, context.Canceled):
		return nil
	case err != nil:
		return fmt.Errorf("list: %w", err)
	}
	return nil
}

func okSwitchTag(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	switch rows.Err() {
	case nil:
		return nil
	case sql.ErrConnDone:
		return errors.New("try again")
	default:
		return errors.New("the list is not complete")
	}
}

// Only some of the cases ask.
func badSwitchCases(db *sql.DB, mode string) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	switch mode {
	case "strict":
		return n, rows.Err()
	default:
		return n, nil
	}
}

// The errors of the loop are in a variable of its own; the outer one is nil.
func badShadowedInLoop(db *sql.DB) (out []string, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		err := rows.Scan(&s)
		if err != nil {
			log.Print(err)
			continue
		}
		out = append(out, s)
	}
	return out, err
}

// The last assignment is to the inner variable.
func badShadowedInBlock(db *sql.DB) (out []string, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	{
		cols, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		for rows.Next() {
			out = append(out, cols...)
		}
		err = rows.Err() // want `^the answer of `
	}
	return out, err
}
