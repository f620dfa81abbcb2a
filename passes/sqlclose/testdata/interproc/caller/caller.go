// Package caller uses helpers of another package. It does not always import
// database/sql itself.
package caller

import (
	"database/sql"

	"sqlclose.test/interproc/store"
)

func badOwnedResult(db *sql.DB) error {
	rows, err := store.Users(db) // want `^rows is never closed`
	if err != nil {
		return err
	}
	_, err = rows.Columns()
	return err
}

func badOwnedTx(s *store.Store) error {
	tx, err := s.Begin() // want `^tx is not committed or rolled back when tx.Exec fails`
	if err != nil {
		return err
	}
	if _, err := tx.Exec("q"); err != nil {
		return err
	}
	return tx.Commit()
}

func badBorrowed(db *sql.DB) (int, error) {
	rows, err := db.Query("q") // want `^rows is never closed`
	if err != nil {
		return 0, err
	}
	return store.Count(rows), nil // Count only looks
}

func badSame(db *sql.DB) error {
	rows, err := db.Query("q") // want `^rows is never closed`
	if err != nil {
		return err
	}
	return store.Same(rows).Err() // still the same rows
}

func okSame(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	return store.Same(rows).Close()
}

func okHelpers(db *sql.DB, pick int) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	switch pick {
	case 0:
		store.CloseAlways(rows)
	case 1:
		store.CloseSometimes(rows, false) // the helper is the one to blame
	case 2:
		store.CloseQuietly(rows) // through io.Closer
	case 3:
		store.Drain(rows)
	case 4:
		return store.Keep(rows).Close() // the cursor owns them
	case 5:
		store.Fail("does not return")
	default:
		defer store.CloseQuietly(rows)
	}
	return nil
}

func okLent(s *store.Store) error {
	tx, err := s.Tx() // may be somebody else's
	if err != nil {
		return err
	}
	_, err = tx.Exec("q")
	return err
}

func okBorrowedDB(s *store.Store) error { return s.DB().Ping() }
