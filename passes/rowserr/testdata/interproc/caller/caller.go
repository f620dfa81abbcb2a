// Package caller uses iterating helpers of another package.
package caller

import (
	"database/sql"

	"rowserr.test/interproc/helpers"
)

func okScanAll(db *sql.DB) ([]int, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return helpers.ScanAll[int](rows)
}

func okScanNames(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return helpers.ScanNames(rows)
}

func badNames(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return helpers.Names(rows)
}

func okNamesThenErr(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := helpers.Names(rows)
	if err != nil {
		return nil, err // of Scan
	}
	return names, rows.Err()
}

func badCount(db *sql.DB) (int, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	return helpers.Count(rows), nil
}

func badCountTwice(db *sql.DB) (int, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	return helpers.CountTwice(rows), nil
}

func okCountThenErr(db *sql.DB) (int, error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	return helpers.CountTwice(rows), rows.Err()
}

func badFirst(db *sql.DB) (name string, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if !helpers.First(rows) {
		return "", sql.ErrNoRows
	}
	err = rows.Scan(&name)
	return name, err
}

// The helper that closes them is the one to blame.
func okDrained(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return helpers.BadDrain(rows)
}

func okCheckErr(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if err := helpers.CheckErr(rows); err != nil {
		return 0, err
	}
	return n, nil
}

func okLogErr(db *sql.DB) (n int) {
	rows, err := db.Query("q")
	if err != nil {
		return 0
	}
	defer helpers.LogErr(rows)
	for rows.Next() {
		n++
	}
	return n
}

func okCloseAndCheck(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer helpers.CloseAndCheck(rows, &err)
	for rows.Next() {
		n++
	}
	return n, nil
}

func okEach(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	return helpers.Each(rows, func(r helpers.Rows) error { return r.Scan() })
}

func badVisit(db *sql.DB) error {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return err
	}
	defer rows.Close()
	return helpers.Visit(rows, func(r helpers.Rows) error { return r.Scan() })
}

func okVisitThenErr(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	if err := helpers.Visit(rows, func(r helpers.Rows) error { return r.Scan() }); err != nil {
		return err
	}
	return rows.Err()
}

func okVisitedAll(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	return helpers.BadVisitAll(rows, func(r helpers.Rows) error { return r.Scan() })
}

func badUsers(db *sql.DB) (n int, err error) {
	rows, err := helpers.Users(db) // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

func badOpened(db *sql.DB) (n int, err error) {
	rows, err := helpers.Open(db) // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

func okOpened(db *sql.DB) (n int, err error) {
	rows, err := helpers.Open(db)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}
