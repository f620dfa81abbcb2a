// Package libs holds iterators of other libraries, of the standard library and of one's own.
package libs

import (
	"context"

	"github.com/jmoiron/sqlx"
)

type user struct{ ID int }

func badSqlx(ctx context.Context, db *sqlx.DB) ([]user, error) {
	rows, err := db.QueryxContext(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var users []user
	for rows.Next() {
		var u user
		if err := rows.StructScan(&u); err != nil {
			return nil, err
		}
		users = append(users, u)
	}
	return users, nil
}

func badSqlxWrongError(db *sqlx.DB) error {
	rows, err := db.Queryx("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
	}
	if rows.Err() != nil {
		return err // want `^this returns a nil error where`
	}
	return nil
}

func okSqlx(db *sqlx.DB) (n int, err error) {
	rows, err := db.Queryx("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err() // a promoted method
}

func okSqlxInner(db *sqlx.DB) (n int, err error) {
	rows, err := db.Queryx("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Rows.Err() // of the embedded rows
}

func okSqlxStructScan(db *sqlx.DB) (users []user, err error) {
	rows, err := db.Queryx("q")
	if err != nil {
		return nil, err
	}
	err = sqlx.StructScan(rows, &users) // iterates and asks
	return users, err
}

func okSqlxSelect(db *sqlx.DB) (users []user, err error) {
	err = db.Select(&users, "q")
	return users, err
}
