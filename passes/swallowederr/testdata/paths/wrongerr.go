package paths

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"

	"github.com/jackc/pgx/v5"
)

func badWrongCommit(db *sql.DB, o order) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if _, err = tx.Exec("insert into orders values (?)", o.ID); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	if cerr := tx.Commit(); cerr != nil {
		return err // want `^this returns nil where`
	}
	return nil
}

func badWrongSecond(db *sql.DB, id int) error {
	o, err := loadOrder(db, id)
	if err != nil {
		return err
	}
	err2 := saveOrder(db, o)
	if err2 != nil {
		return err // want `^this returns nil where`
	}
	return nil
}

func badWrongValue(ctx context.Context, tx pgx.Tx, id int) (int, error) {
	_, err := tx.Exec(ctx, "insert into orders values ($1)", id)
	if err != nil {
		return 0, err
	}
	if commitErr := tx.Commit(ctx); commitErr != nil {
		return 0, err // want `^this returns nil where`
	}
	return id, nil
}

func badWrongElse(path string, data []byte) error {
	err := os.WriteFile(path+".tmp", data, 0o600)
	if err == nil {
		if rerr := os.Rename(path+".tmp", path); rerr != nil {
			return err // want `^this returns nil where`
		}
	}
	return err
}

func badWrongLoop(db *sql.DB, path string, orders []order) error {
	cfg, err := readConfig(path)
	if err != nil {
		return err
	}
	for _, o := range orders {
		if serr := saveOrder(db, o); serr != nil {
			return err // want `^this returns nil where`
		}
	}
	return os.WriteFile(path+".done", []byte(cfg.Addr), 0o600)
}

func okWrongRight(tx *sql.Tx, o order) error {
	_, err := tx.Exec("insert into orders values (?)", o.ID)
	if err != nil {
		return err
	}
	if cerr := tx.Commit(); cerr != nil {
		return cerr
	}
	return err
}

func okWrongRollback(tx *sql.Tx, o order) error {
	_, err := tx.Exec("insert into orders values (?)", o.ID)
	if err != nil {
		if rerr := tx.Rollback(); rerr != nil {
			return err // the first error is the cause
		}
		return err
	}
	return tx.Commit()
}

func okWrongAssigned(tx *sql.Tx, o order) error {
	_, err := tx.Exec("insert into orders values (?)", o.ID)
	if err != nil {
		return err
	}
	if cerr := tx.Commit(); cerr != nil {
		err = fmt.Errorf("commit: %w", cerr)
		return err
	}
	return nil
}

func okWrongUnknown(tx *sql.Tx, err error) error {
	if cerr := tx.Commit(); cerr != nil && err == nil {
		return cerr
	}
	return err
}

func okWrongFirst(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if perr := markPaid(db, o.ID); perr != nil {
		return errors.Join(err, perr)
	}
	return err
}

func okWrongUntested(db *sql.DB, o order, cause func() error) error {
	err := cause()
	if perr := markPaid(db, o.ID); perr != nil {
		return err // may be the better one of the two
	}
	return nil
}
