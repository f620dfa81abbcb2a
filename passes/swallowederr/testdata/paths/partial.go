package paths

import (
	"database/sql"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"time"
)

func badPartialLogged(db *sql.DB, orders []order) error {
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil { // want `the loop goes on`
			log.Printf("order %d: %v", o.ID, err)
			continue
		}
	}
	return nil
}

func badPartialContinue(db *sql.DB, ids []int) error {
	for _, id := range ids {
		_, err := db.Exec("update orders set paid = true where id = ?", id)
		if err != nil { // want `the loop goes on`
			continue
		}
		log.Printf("order %d paid", id)
	}
	return nil
}

func badPartialFiles(files map[string][]byte) error {
	for name, data := range files {
		if err := os.WriteFile(name, data, 0o600); err != nil { // want `the loop goes on`
			slog.Warn("write", "name", name, "err", err)
		}
	}
	return nil
}

func badPartialTotal(db *sql.DB, orders []order) (int, error) {
	for i := range orders {
		if err := saveOrder(db, orders[i]); err != nil { // want `the loop goes on`
			log.Print(err)
			continue
		}
	}
	return len(orders), nil
}

func badPartialElse(db *sql.DB, orders []order, stored *counter) error {
	for _, o := range orders {
		if err := saveOrder(db, o); err == nil { // want `the loop goes on`
			stored.Inc()
		} else {
			log.Print(err)
		}
	}
	return nil
}

func badPartialRows(db *sql.DB, rows *sql.Rows) error {
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return err
		}
		if err := markPaid(db, id); err != nil { // want `the loop goes on`
			log.Printf("order %d: %v", id, err)
			continue
		}
	}
	return rows.Err()
}

func badPartialClosure(db *sql.DB, batches [][]order) error {
	var g group
	for _, batch := range batches {
		g.Go(func() error {
			for _, o := range batch {
				if err := saveOrder(db, o); err != nil { // want `the loop goes on`
					log.Print(err)
				}
			}
			return nil
		})
	}
	return g.Wait()
}

func okPartialCounted(db *sql.DB, orders []order) error {
	failed := 0
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			log.Print(err)
			failed++
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d orders not stored", failed, len(orders))
	}
	return nil
}

func okPartialFailed(db *sql.DB, orders []order) (failed int, err error) {
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			failed++
			continue
		}
	}
	return failed, nil
}

func notePartialDone(db *sql.DB, orders []order) (int, error) {
	done := 0
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil { // want `the loop goes on`
			log.Print(err)
			continue
		}
		done++
	}
	return done, nil // the caller can compare
}

func okPartialJoined(db *sql.DB, orders []order) error {
	var errs error
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			errs = errors.Join(errs, err)
			continue
		}
	}
	return errs
}

func okPartialCollected(db *sql.DB, orders []order) error {
	var errs []error
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			errs = append(errs, fmt.Errorf("order %d: %w", o.ID, err))
		}
	}
	return errors.Join(errs...)
}

func okPartialFirst(db *sql.DB, orders []order) error {
	var first error
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil && first == nil {
			first = err
		}
	}
	return first
}

func okPartialReturned(db *sql.DB, orders []order) error {
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			log.Print(err)
			return err
		}
	}
	return nil
}

func notePartialVoid(db *sql.DB, orders []order) {
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil { // want `the loop goes on`
			log.Printf("order %d: %v", o.ID, err)
			continue
		}
	}
}

func okPartialAttempts(db *sql.DB, o order) error {
	var err error
	for i := 0; i < 3; i++ {
		if err = saveOrder(db, o); err == nil {
			break
		}
		log.Printf("attempt %d: %v", i, err)
		time.Sleep(time.Second)
	}
	return err
}

func okPartialGivesUp(db *sql.DB, o order) error {
	for i := 0; i < 3; i++ {
		if err := saveOrder(db, o); err != nil {
			log.Printf("attempt %d: %v", i, err)
			continue
		}
		return nil
	}
	return errors.New("the order was not stored in three attempts")
}
