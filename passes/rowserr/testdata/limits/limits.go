// Package limits holds known wrong answers.
package limits

import (
	"database/sql"
	"fmt"
)

// The wrapped error is in the variable of the if statement, and stays there.
func FN_shadowedInIf(db *sql.DB) (out []string, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		out = append(out, "row")
	}
	if err := rows.Err(); err != nil {
		err = fmt.Errorf("list: %w", err)
	}
	return out, err
}

// tidb issue 35050, pgx pull request 1332: the error is there, and another one is returned.
// The variable is set in the loop, and a deferred call keeps it in memory.
func FN_otherError(db *sql.DB) (name, value string, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return "", "", err
	}
	defer rows.Close()
	for rows.Next() {
		if err = rows.Scan(&name, &value); err != nil {
			return "", "", err
		}
	}
	if rows.Err() != nil {
		return "", "", err
	}
	return name, value, nil
}

// The rows are in a field, and whoever has the struct could ask.
type list struct{ rows *sql.Rows }

func (l *list) FN_field() (n int) {
	for l.rows.Next() {
		n++
	}
	l.rows.Close()
	return n
}
