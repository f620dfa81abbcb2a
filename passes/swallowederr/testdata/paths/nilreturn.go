package paths

import (
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"time"
)

func badNilFlat(path string, state []byte) error {
	if err := os.WriteFile(path, state, 0o600); err != nil {
		return nil // want `^nil is returned when`
	}
	return os.Rename(path, path+".done")
}

func badNilSwitch(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	switch {
	case err != nil:
		return nil // want `^nil is returned when`
	case o.Total == 0:
		return markPaid(db, o.ID)
	}
	return nil
}

func badNilKind(db *sql.DB, kind string, o order) error {
	switch kind {
	case "order":
		if err := saveOrder(db, o); err != nil {
			return nil // want `^nil is returned when`
		}
	case "payment":
		return markPaid(db, o.ID)
	}
	return nil
}

func badNilLoop(db *sql.DB, orders []order) error {
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			return nil // want `^nil is returned when`
		}
	}
	return nil
}

func badNilEither(db *sql.DB, id int) error {
	_, err := db.Exec("update orders set paid = true where id = ?", id)
	if err != nil || id == 0 {
		return nil // want `^nil is returned when`
	}
	return saveOrder(db, order{ID: id})
}

func badNilLast(db *sql.DB, o order) (*order, error) {
	err := saveOrder(db, o)
	if err == nil {
		return &o, nil
	}
	return nil, nil // want `^nil is returned when`
}

func badNilNamed(db *sql.DB, o order) (err error) {
	if err = saveOrder(db, o); err != nil {
		err = nil
		return // want `^nil is returned when`
	}
	return markPaid(db, o.ID)
}

func badNilShadow(db *sql.DB, orders []order) (err error) {
	for _, o := range orders {
		err := saveOrder(db, o)
		if err != nil {
			break
		}
	}
	return // want `^nil is returned when`
}

func badNilVariable(db *sql.DB, o order) error {
	var result error
	if err := saveOrder(db, o); err != nil { // want `that is only logged`
		log.Printf("order %d: %v", o.ID, err)
	}
	return result
}

func badNilDefault(db *sql.DB, o order) error {
	switch err := saveOrder(db, o); err {
	case nil:
		return markPaid(db, o.ID)
	default:
		return nil // want `^nil is returned when`
	}
}

func badNilGroup(db *sql.DB, orders []order) error {
	var g group
	for _, o := range orders {
		g.Go(func() error {
			if err := saveOrder(db, o); err != nil {
				return nil // want `^nil is returned when`
			}
			return markPaid(db, o.ID)
		})
	}
	return g.Wait()
}

func badNilInTx(db *sql.DB, o order) error {
	return inTx(db, func(tx *sql.Tx) error {
		_, err := tx.Exec("insert into orders values (?)", o.ID)
		if err != nil {
			log.Printf("order %d: %v", o.ID, err)
			return nil // want `^nil is returned when`
		}
		return nil
	})
}

func okNilWrapped(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil {
		return fmt.Errorf("save order %d: %w", o.ID, err)
	}
	return nil
}

func okNilJoined(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if perr := markPaid(db, o.ID); perr != nil {
		return errors.Join(err, perr)
	}
	return err
}

func okNilNoRows(db *sql.DB, id int) (*order, error) {
	o, err := loadOrder(db, id)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &o, err
}

func okNilCompared(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if err == sql.ErrNoRows {
		return nil // an answer, not a failure
	}
	return err
}

func okNilNotExist(path string) error {
	if err := os.Rename(path, path+".old"); err != nil {
		if os.IsNotExist(err) {
			return nil
		}
		return err
	}
	return nil
}

func okNilAs(path string, data []byte) error {
	err := os.WriteFile(path, data, 0o600)
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) && pathErr.Op == "open" {
		return nil
	}
	return err
}

type worker struct {
	db       *sql.DB
	err      error
	failed   []error
	failures counter
	onError  func(error)
}

func (w *worker) okNilField(o order) error {
	if err := saveOrder(w.db, o); err != nil {
		w.err = err // read by the one who stops the worker
		return nil
	}
	return nil
}

func (w *worker) okNilAppended(o order) error {
	if err := saveOrder(w.db, o); err != nil {
		w.failed = append(w.failed, err)
		return nil
	}
	return nil
}

func (w *worker) okNilCallback(o order) error {
	if err := saveOrder(w.db, o); err != nil {
		w.onError(err)
		return nil
	}
	return nil
}

func (w *worker) okNilMetric(o order) error {
	if err := saveOrder(w.db, o); err != nil {
		w.failures.Inc()
		return nil
	}
	return nil
}

func okNilSent(db *sql.DB, o order, errs chan<- error) error {
	if err := saveOrder(db, o); err != nil {
		errs <- err
		return nil
	}
	return nil
}

func okNilRetry(db *sql.DB, o order) error {
	var err error
	for range 3 {
		if err = saveOrder(db, o); err == nil {
			return nil
		}
		time.Sleep(time.Second)
	}
	return err
}

func okNilSecond(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err == nil {
		return nil
	}
	if _, err := db.Exec("update orders set total = ? where id = ?", o.Total, o.ID); err != nil {
		return err
	}
	return nil // the second way worked
}

func okNilDefaults(path string) (config, error) {
	cfg, err := readConfig(path)
	if err != nil {
		cfg = defaults
	}
	return cfg, nil
}

func okNilBool(db *sql.DB, o order) bool {
	if err := saveOrder(db, o); err != nil {
		return false
	}
	return true
}

func okNilVariable(db *sql.DB, o order) error {
	var result error
	if err := saveOrder(db, o); err != nil {
		result = err
	}
	return result
}
