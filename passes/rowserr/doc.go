// Package rowserr reports iterations whose error nobody asks for.
//
// # Analyzer rowserr
//
// rowserr: report iterations whose Err nobody asks for
//
// It reports loops over rows, cursors and scanners after which nobody asks Err.
// Next is false at the last row, and it is false when the connection breaks in
// the middle. Only Err tells which it was. On localhost the connection never
// breaks; in production the list is cut short, the sum is too small, the user
// "does not exist", and the caller sees success.
//
// For example, this list may be half of it:
//
//	func names(db *sql.DB) ([]string, error) {
//		rows, err := db.Query("select name from users")
//		if err != nil {
//			return nil, err
//		}
//		defer rows.Close()
//		var names []string
//		for rows.Next() {
//			var name string
//			if err := rows.Scan(&name); err != nil {
//				return nil, err
//			}
//			names = append(names, name)
//		}
//		return names, nil
//	}
//
// Instead:
//
//	func names(db *sql.DB) ([]string, error) {
//		rows, err := db.Query("select name from users")
//		if err != nil {
//			return nil, err
//		}
//		defer rows.Close()
//		var names []string
//		for rows.Next() {
//			var name string
//			if err := rows.Scan(&name); err != nil {
//				return nil, err
//			}
//			names = append(names, name)
//		}
//		return names, rows.Err()
//	}
//
// Any type with Err() error beside Next() bool, Next(context) bool or Scan()
// bool is an iterator: those of database/sql, sqlx, pgx, gorm, mongo, and one's
// own. The check follows paths, literals, and helpers of other packages: a
// helper that asks settles the question, and one that does not leaves it to its
// caller, unless it closes the rows.
//
// Categories: unchecked (some path never asks), dropped (Err is called and its
// result goes nowhere), wrongerr (another error, nil there, is returned).
//
// Limits: an iterator that goes to a function value, into a field or to the
// caller is not followed. Scanners are judged over files and HTTP bodies only:
// memory does not fail, and of other readers it is not known.
package rowserr
