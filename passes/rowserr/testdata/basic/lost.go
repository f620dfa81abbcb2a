package basic

import (
	"database/sql"
	"errors"
	"fmt"
)

func badErrStatement(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	rows.Err() // want `^the answer of `
	return n, nil
}

func badErrBlank(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	_ = rows.Err() // want `^the answer of `
	return n, nil
}

func badErrDeferred(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	defer rows.Err() // want `^the answer of `
	for rows.Next() {
		n++
	}
	return n, nil
}

func badWrongError(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	if rows.Err() != nil {
		return nil, err // want `^this returns a nil error where`
	}
	return out, nil
}

// The error of Scan shares the variable, and is nil too when the loop goes on.
func badWrongErrorReused(db *sql.DB) (ids []int, _ error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		err = rows.Scan(&id)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	if rows.Err() != nil {
		return nil, err // want `^this returns a nil error where`
	}
	return ids, nil
}

func badWrongErrorNaked(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if rows.Err() != nil {
		return // want `^this returns a nil error where`
	}
	return
}

func badWrongErrorNotFound(db *sql.DB) (id int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		if rows.Err() != nil {
			return 0, err // want `^this returns a nil error where`
		}
		return 0, errNotFound
	}
	err = rows.Scan(&id)
	return id, err
}

func okErrAsked(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if rows.Err() != nil {
		return 0, rows.Err()
	}
	return n, nil
}

func okAssignedAndAskedAgain(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	err = rows.Err()
	if rows.Err() != nil {
		return 0, err // assigned before
	}
	return n, nil
}

func okOtherError(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	if rows.Err() != nil {
		return errors.New("the list is not complete")
	}
	return nil
}

func okWrapped(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	if rows.Err() != nil {
		return fmt.Errorf("list: %w", rows.Err())
	}
	return nil
}

// The first answer says whether, the second one says what.
func okAskedTwice(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	failed := rows.Err() != nil
	if failed {
		return rows.Err()
	}
	return nil
}
