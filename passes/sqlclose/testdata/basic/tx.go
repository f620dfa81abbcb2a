package basic

import (
	"database/sql"
	"errors"
)

func badTxExecFails(db *sql.DB) error {
	tx, err := db.Begin() // want `^tx is not committed or rolled back when tx.Exec fails \(its connection and its locks stay held, and a bounded pool runs dry\)$`
	if err != nil {
		return err
	}
	if _, err := tx.Exec("q"); err != nil {
		return err
	}
	return tx.Commit()
}

func badTxRecoverOnly(db *sql.DB) error {
	tx, err := db.Begin() // want `^tx is not committed or rolled back when tx.Exec fails`
	if err != nil {
		return err
	}
	defer func() {
		if r := recover(); r != nil {
			tx.Rollback() // covers a panic, not an error
		}
	}()
	if _, err := tx.Exec("q"); err != nil {
		return err
	}
	return tx.Commit()
}

func badTxShadowedErr(db *sql.DB) (err error) {
	tx, err := db.Begin() // want `^tx is not committed or rolled back when tx.Exec fails`
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		}
	}()
	if _, err := tx.Exec("q"); err != nil {
		return nil // the result is nil here, so the deferred test is false
	}
	return tx.Commit()
}

func okTxDeferRollback(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() // harmless after Commit
	if _, err := tx.Exec("q"); err != nil {
		return err
	}
	return tx.Commit()
}

func okTxNamedResult(db *sql.DB) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	if _, err = tx.Exec("q"); err != nil {
		return err
	}
	return nil
}

func okTxNewError(db *sql.DB, n int) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		}
	}()
	if n == 0 {
		return errors.New("empty") // certainly not nil
	}
	return tx.Commit()
}

func okTxFlag(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	committed := false
	defer func() {
		if !committed {
			tx.Rollback()
		}
	}()
	if _, err := tx.Exec("q"); err != nil {
		return err
	}
	committed = true
	return tx.Commit()
}

func okTxBatches(db *sql.DB, in <-chan string) error {
	var tx *sql.Tx
	var err error
	n := 0
	for q := range in {
		if n == 0 {
			if tx, err = db.Begin(); err != nil {
				return err
			}
		}
		if _, err := tx.Exec(q); err != nil {
			tx.Rollback()
			return err
		}
		n++
		if n%100 == 0 {
			if err := tx.Commit(); err != nil {
				return err
			}
			n = 0
		}
	}
	if n == 0 {
		return nil // nothing is open: n was reset after the last commit
	}
	return tx.Commit()
}

func okTxPanics(db *sql.DB) {
	tx, err := db.Begin()
	if err != nil {
		panic(err)
	}
	defer func() {
		if err != nil {
			tx.Rollback()
		} else {
			tx.Commit()
		}
	}()
	_, err = tx.Exec("q")
}

// end is handed the address of err, so err is not the caller's own any more;
// but between the assignment and the test nothing can change it.
func end(tx interface {
	Commit() error
	Rollback() error
}, ok *bool, err *error) {
	if *ok {
		*err = tx.Commit()
		return
	}
	_ = tx.Rollback()
}

func okTxDeferredHelper(db *sql.DB, f func(*sql.Tx) error) (err error) {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	ok := false
	defer end(tx, &ok, &err) // ends it one way or the other
	if err = f(tx); err != nil {
		return err
	}
	ok = true
	return nil
}
