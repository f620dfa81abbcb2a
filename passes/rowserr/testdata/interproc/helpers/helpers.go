// Package helpers is the helper package of the cross-package cases.
package helpers

import (
	"database/sql"
	"fmt"
	"log"
)

// ScanAll iterates and asks.
func ScanAll[T any](rows *sql.Rows) ([]T, error) {
	var out []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, rows.Err()
}

// ScanNames is ScanAll without type parameters, and closes the rows.
func ScanNames(rows *sql.Rows) (out []string, err error) {
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	return out, nil
}

// Names iterates only: its caller still has the rows, and can ask.
func Names(rows *sql.Rows) (out []string, err error) {
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// Count is Names without any error.
func Count(rows *sql.Rows) (n int) {
	for rows.Next() {
		n++
	}
	return n
}

// CountTwice hands the rows on.
func CountTwice(rows *sql.Rows) int { return 2 * Count(rows) }

// First moves to the first row.
func First(rows *sql.Rows) bool { return rows.Next() }

// BadDrain closes the rows, so nobody comes after it who could ask.
func BadDrain(rows *sql.Rows) (out []string, err error) {
	defer rows.Close()
	for rows.Next() { // want `\.Err is not asked after the last `
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// CheckErr asks.
func CheckErr(rows *sql.Rows) error {
	if err := rows.Err(); err != nil {
		return fmt.Errorf("rows: %w", err)
	}
	return nil
}

// LogErr asks, and has nothing to return.
func LogErr(rows *sql.Rows) {
	if err := rows.Err(); err != nil {
		log.Print(err)
	}
}

// CloseAndCheck is for a defer.
func CloseAndCheck(rows *sql.Rows, err *error) {
	rows.Close()
	if e := rows.Err(); *err == nil {
		*err = e
	}
}

// Rows is what a project puts before its drivers.
type Rows interface {
	Next() bool
	Scan(dest ...any) error
	Err() error
	Close() error
}

// Each iterates and asks.
func Each(rows Rows, f func(Rows) error) error {
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Visit iterates only.
func Visit(rows Rows, f func(Rows) error) error {
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return nil
}

// BadVisitAll closes the rows without a question.
func BadVisitAll(rows Rows, f func(Rows) error) error {
	defer rows.Close()
	for rows.Next() { // want `\.Err is not asked after the last `
		if err := f(rows); err != nil {
			return err
		}
	}
	return nil
}

// Users makes rows for its callers.
func Users(db *sql.DB) (*sql.Rows, error) {
	return db.Query("select name from users")
}

// Open makes rows behind the interface.
func Open(db *sql.DB) (Rows, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return rows, nil
}
