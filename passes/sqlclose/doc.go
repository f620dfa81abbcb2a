// Package sqlclose reports database resources that some path leaves open.
//
// # Analyzer sqlclose
//
// sqlclose: report database resources left open on a path
//
// It reports rows, rows of one (never scanned), prepared statements,
// connections, transactions and pools of database/sql, sqlx, gorm and pgx,
// cursors of document stores and transactions of embedded ones, that a
// function acquires and, on some path to its exit, neither releases nor hands
// to somebody who will. Helpers and wrappers in other packages are followed.
//
// Each of them holds a connection. On localhost the garbage collector and the
// large default limits hide the loss; in production the pool runs dry and
// every later query waits for ever: request 1,001 fails for no reason of its own.
//
// For example, rows stay open when Scan fails:
//
//	func names(db *sql.DB) ([]string, error) {
//		rows, err := db.Query("select name from users")
//		if err != nil {
//			return nil, err
//		}
//		var out []string
//		for rows.Next() {
//			var s string
//			if err := rows.Scan(&s); err != nil {
//				return nil, err
//			}
//			out = append(out, s)
//		}
//		return out, rows.Err()
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
//		var out []string
//		for rows.Next() {
//			var s string
//			if err := rows.Scan(&s); err != nil {
//				return nil, err
//			}
//			out = append(out, s)
//		}
//		return out, rows.Err()
//	}
//
// Limits: it is silent where ownership leaves for code that it cannot see: a
// struct that others know, a map, a channel, an unknown function that takes a
// type with a release method; and in tests. A loop over Next that runs to its
// end closes the rows by itself and is not reported, nor is what ends with a
// context that the same function cancels. A pool opened in main, in init or in a
// command that runs once is meant to live as long as the process; one that a
// constructor leaves open when it fails is a note.
package sqlclose
