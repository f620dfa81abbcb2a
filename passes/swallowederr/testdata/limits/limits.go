// Package limits holds known wrong answers.
package limits

import (
	"database/sql"
	"errors"
)

type saver interface{ Save(id int) error }

// An interface says nothing of its effects.
func FN_interface(s saver) { s.Save(1) }

// A deferred function replaces the error that was to be returned.
func FN_deferred(tx *sql.Tx) (err error) {
	defer func() { err = tx.Commit() }()
	_, err = tx.Exec("insert")
	return err
}

// wrap keeps nil.
func wrap(err error, msg string) error {
	if err == nil {
		return nil
	}
	return errors.New(msg + err.Error())
}

// The error that is wrapped is nil, so the result is.
func FN_wrappedNil(db *sql.DB) error {
	_, err := db.Query("select")
	if err != nil {
		return err
	}
	if _, perr := db.Exec("insert"); perr != nil {
		return wrap(err, "insert")
	}
	return nil
}
