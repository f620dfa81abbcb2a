// Package limits holds known wrong answers.
package limits

import "database/sql"

// The struct that owns the rows is dropped here; the engine stops at the store.
func FN_dropsOwner(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	c := struct{ rows *sql.Rows }{rows}
	_, err = c.rows.Columns()
	return err
}

// The helper leaks on its own path; nobody is told, since the parameter is the
// caller's and the caller is believed.
func FN_buggyHelper(rows *sql.Rows, ok bool) {
	if ok {
		rows.Close()
	}
}

// A range-over-func body is a closure that an unknown iterator runs.
func FN_rangeOverFunc(db *sql.DB, seq func(func(int) bool)) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	for range seq {
		if rows.Err() != nil {
			return rows.Err()
		}
	}
	return nil
}

func options(dsn string) (string, error) { return dsn, nil }

func open(dsn string) (*sql.DB, error) {
	o, err := options(dsn)
	if err != nil {
		return nil, err
	}
	return sql.Open("driver", o)
}

// open has called options with the same argument, so it cannot fail again; the
// engine does not know that the two calls are the same.
func noteRepeatedParse(dsn string) (*sql.DB, error) {
	db, err := open(dsn)
	if err != nil {
		return nil, err
	}
	o, err := options(dsn)
	if err != nil {
		return nil, err
	}
	println(o)
	return db, nil
}

// Rows that a closure assigns to a variable of the function around it have
// left the closure, and are not followed outside.
func FN_fromClosure(db *sql.DB) (s string, err error) {
	var rows *sql.Rows
	func() { rows, err = db.Query("q") }()
	if err != nil {
		return "", err
	}
	for rows.Next() {
		if err = rows.Scan(&s); err != nil {
			return "", err
		}
	}
	return s, rows.Err()
}
