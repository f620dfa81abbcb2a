// Package limits holds known wrong answers.
package limits

import "database/sql"

type saver interface{ Save(id int) error }

// An interface says nothing of its effects.
func FN_interface(s saver) { s.Save(1) }

// The error is taken, overwritten and never read.
func FN_overwritten(db *sql.DB) error {
	_, err := db.Exec("a")
	_, err = db.Exec("b")
	return err
}
