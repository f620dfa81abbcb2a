// Package shapes holds language forms that the engine must get through.
package shapes

import (
	"database/sql"
	"iter"
	"sync"
)

type closer interface{ Close() error }

func closeAll[T closer](list ...T) {
	for _, c := range list {
		_ = c.Close()
	}
}

func okGeneric(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	closeAll(rows) // a type parameter says nothing: the engine stays silent
	return nil
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// A generic helper over the results themselves is not followed.
func okMust(db *sql.DB) error { return must(db.Query("q")).Close() }

func okGoto(db *sql.DB, n int) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
again:
	if n > 0 {
		n--
		goto again
	}
	return rows.Close()
}

func badLabels(db *sql.DB, table [][]int) error {
	rows, err := db.Query("q") // want `^rows is not closed on the return under "v == 0"`
	if err != nil {
		return err
	}
outer:
	for _, line := range table {
		for _, v := range line {
			switch {
			case v < 0:
				break outer
			case v > 9:
				continue outer
			}
			if v == 0 {
				return nil
			}
		}
	}
	return rows.Close()
}

func okSelect(db *sql.DB, stop <-chan struct{}, out chan<- *sql.Rows) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	select {
	case <-stop:
		return rows.Close()
	case out <- rows: // the receiver owns it
	}
	return nil
}

// The iterator hands rows to its loop and closes them behind it.
func okIterator(db *sql.DB) iter.Seq[int] {
	return func(yield func(int) bool) {
		rows, err := db.Query("q")
		if err != nil {
			return
		}
		defer rows.Close()
		for rows.Next() {
			var n int
			if rows.Scan(&n) != nil || !yield(n) {
				return
			}
		}
	}
}

func even(rows *sql.Rows, n int) {
	if n == 0 {
		rows.Close()
		return
	}
	odd(rows, n-1)
}

func odd(rows *sql.Rows, n int) { even(rows, n-1) }

func okRecursion(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	even(rows, 4) // releases on some path: the helper is responsible
	return nil
}

var once sync.Once

func okOnce(db *sql.DB) (rows *sql.Rows, err error) {
	once.Do(func() { rows, err = db.Query("q") }) // kept in the result
	return rows, err
}

type embedded struct{ *sql.Rows }

func okEmbedded(db *sql.DB) (*embedded, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return &embedded{rows}, nil
}

var global, _ = must2(nil)

func must2(db *sql.DB) (*sql.Rows, error) {
	if db == nil {
		return nil, nil
	}
	return db.Query("q")
}

var shared *sql.DB

// The initialiser of a package-level variable has no function around it.
var _ = shared.QueryRow("q") // want `^the result of shared.QueryRow is never scanned`

type timed struct {
	*sql.Rows
	done func()
}

func (t *timed) Close() error {
	t.done()
	return t.Rows.Close()
}

func query(db *sql.DB, done func()) (*timed, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return &timed{rows, done}, nil
}

// The last Next has closed what the struct embeds.
func okEmbeddedEnd(db *sql.DB) error {
	rows, err := query(db, func() {})
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return rows.Close()
}

func badEmbeddedMiddle(db *sql.DB, stop func() bool) error {
	rows, err := query(db, func() {}) // want `^rows is not closed on the return under`
	if err != nil {
		return err
	}
	for rows.Next() {
		if stop() {
			return nil
		}
	}
	return rows.Close()
}

// The end of the transaction closes the rows of what it has prepared.
func okPrepared(tx *sql.Tx) (n int, err error) {
	stmt, err := tx.Prepare("q")
	if err != nil {
		return 0, err
	}
	rows, err := stmt.Query()
	if err != nil {
		return 0, err
	}
	if rows.Next() {
		err = rows.Scan(&n)
	}
	return n, err
}

func badPrepared(db *sql.DB) (n int, err error) {
	stmt, err := db.Prepare("q")
	if err != nil {
		return 0, err
	}
	defer stmt.Close()
	rows, err := stmt.Query() // want `^rows is not closed on every path`
	if err != nil {
		return 0, err
	}
	if rows.Next() {
		err = rows.Scan(&n)
	}
	return n, err
}
