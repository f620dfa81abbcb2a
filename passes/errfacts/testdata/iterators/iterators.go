// Package iterators holds helpers that get rows.
package iterators

import "database/sql"

// Drain iterates, and asks.
func Drain(rows *sql.Rows) error { // want Drain:`settles\(0\)`
	for rows.Next() {
	}
	return rows.Err()
}

// Count iterates only.
func Count(db *sql.DB, rows *sql.Rows) (n int) { // want Count:`ends\(1\)`
	for rows.Next() {
		n++
	}
	return n
}

// Columns looks at them.
func Columns(rows *sql.Rows) ([]string, error) { return rows.Columns() } // want Columns:`read remote|looks\(0\)`
