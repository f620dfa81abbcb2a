package basic

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"os"
)

func okReturned(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err // Next was true, so Err has nothing to add
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// files lists files; its Close returns what the iteration has met, too.
type files interface {
	Next() bool
	Err() error
	Close() error
}

func okClosed(fs files) (n int, err error) {
	defer fs.Close()
	for fs.Next() {
		n++
	}
	return n, fs.Close()
}

// Who told a linter that asks the same has said it.
func okTold(db *sql.DB) bool {
	rows, err := db.Query("q") // nolint:gosec,rowserrcheck
	if err != nil {
		return false
	}
	defer rows.Close()
	return rows.Next()
}

func okTested(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if err := rows.Err(); err != nil {
		return 0, fmt.Errorf("count: %w", err)
	}
	return n, nil
}

func okNamedResult(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	err = rows.Err()
	return
}

func okDeferred(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer func() {
		rows.Close()
		if e := rows.Err(); err == nil && e != nil {
			err = e
		}
	}()
	for rows.Next() {
		n++
	}
	return n, nil
}

func okInCondition(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() && rows.Err() == nil {
		n++
	}
	return n, rows.Err()
}

func checkRows(rows *sql.Rows) error {
	if err := rows.Err(); err != nil {
		return fmt.Errorf("rows: %w", err)
	}
	return nil
}

func okHelper(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, checkRows(rows)
}

func readNames(rows *sql.Rows) (out []string, err error) {
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

func okReader(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return readNames(rows)
}

func okToCaller(db *sql.DB) (*sql.Rows, error) {
	return db.Query("q") // the caller iterates
}

// The first row tells whether there is any; the caller goes on.
func okStartedForCaller(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	if rows.Next() {
		log.Print("has rows")
	}
	return rows, nil
}

type cursor struct {
	rows *sql.Rows
	more bool
}

func okStored(db *sql.DB) (*cursor, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return &cursor{rows: rows, more: rows.Next()}, nil // the cursor's users ask
}

func okNotStarted(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return rows.Columns()
}

func okOnlyExecuted(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	return rows.Close()
}

// Only the early ways out have no check, and none of them is the end of the rows.
func okEarlyReturns(db *sql.DB, stop func(string) bool) (string, error) {
	rows, err := db.Query("q")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return "", fmt.Errorf("scan: %w", err)
		}
		if s == "" {
			return "", errors.New("empty name")
		}
		if stop(s) {
			return s, nil
		}
	}
	if err := rows.Err(); err != nil {
		return "", err
	}
	return "", errNotFound
}

func okEndsFatal(db *sql.DB) {
	rows, err := db.Query("q")
	if err != nil {
		log.Fatal(err)
	}
	for rows.Next() {
		var s string
		if rows.Scan(&s) == nil {
			fmt.Println(s)
			return
		}
	}
	log.Fatal("no usable row")
}

func okEndsPanic(db *sql.DB) (id int) {
	rows, err := db.Query("q")
	if err != nil {
		panic(err)
	}
	defer rows.Close()
	for rows.Next() {
		if rows.Scan(&id) == nil {
			return id
		}
	}
	panic("no row")
}

func okEndsExit(db *sql.DB) {
	rows, err := db.Query("q")
	if err != nil {
		os.Exit(1)
	}
	for rows.Next() {
	}
	os.Exit(0)
}

func okJoined(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	return errors.Join(rows.Err(), rows.Close())
}

func okNoRowOrError(db *sql.DB) (id int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return 0, err
		}
		return 0, errNotFound
	}
	err = rows.Scan(&id)
	return id, err
}

func okLogged(db *sql.DB) {
	rows, err := db.Query("q")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
	}
	if err := rows.Err(); err != nil {
		log.Print(err) // consulted is enough
	}
}

// A failed Close is an error too, and the way of the package's own example.
func okCloseFirst(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	if err := rows.Close(); err != nil {
		return err
	}
	return rows.Err()
}

func okEachOfSeveral(db *sql.DB, queries []string) (n int, err error) {
	for _, q := range queries {
		rows, err := db.Query(q)
		if err != nil {
			return 0, err
		}
		for rows.Next() {
			n++
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return 0, err
		}
	}
	return n, nil
}

func okBothAsked(db *sql.DB) (n int, err error) {
	rows, err := db.Query("a")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	if err := rows.Err(); err != nil {
		return 0, err
	}
	rows, err = db.Query("b")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

func okQueryRow(db *sql.DB) (n int, err error) {
	err = db.QueryRow("q").Scan(&n) // Scan has all errors
	return n, err
}

func okCaptured(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	func() {
		for rows.Next() {
			n++
		}
	}()
	return n, rows.Err()
}

func okMethodValue(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	failed := rows.Err
	for rows.Next() {
	}
	return failed()
}

func okSent(db *sql.DB, errs chan<- error) {
	rows, err := db.Query("q")
	if err != nil {
		errs <- err
		return
	}
	for rows.Next() {
	}
	errs <- rows.Err()
}
