package paths

import (
	"database/sql"
	"log"
	"os"
)

func badEmptyInit(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil { // want `is found and forgotten`
	}
	return nil
}

func badEmptyTodo(db *sql.DB, id int) error {
	_, err := db.Exec("update orders set paid = true where id = ?", id)
	if err != nil { // want `is found and forgotten`
		// TODO: handle this
	}
	return nil
}

func badEmptyReturn(db *sql.DB, o order) {
	if err := saveOrder(db, o); err != nil { // want `is found and forgotten`
		return
	}
	log.Printf("order %d stored", o.ID)
}

func badEmptyLater(path string, data []byte) {
	err := os.WriteFile(path+".tmp", data, 0o600)
	if err != nil { // want `is found and forgotten`
		return
	}
	if err := os.Rename(path+".tmp", path); err != nil { // want `that is only logged`
		log.Print(err)
	}
}

func badEmptySuccess(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err == nil { // want `is found and forgotten`
		log.Printf("order %d stored", o.ID)
	}
	return nil
}

func badEmptyMetric(db *sql.DB, o order, stored *counter) error {
	if err := saveOrder(db, o); err == nil { // want `is found and forgotten`
		stored.Inc()
	}
	return markPaid(db, o.ID)
}

func badEmptyElse(db *sql.DB, o order) error {
	_, err := db.Exec("insert into orders values (?)", o.ID)
	if err != nil { // want `is found and forgotten`
	} else {
		log.Printf("order %d stored", o.ID)
	}
	return nil
}

func badEmptyBlank(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if err != nil { // want `is found and forgotten`
		_ = err
	}
	return nil
}

func okEmptyPing(db *sql.DB) {
	if err := db.Ping(); err != nil {
	}
}

func okEmptyWarm(path string) error {
	if _, err := os.ReadFile(path); err != nil {
	}
	return nil
}

func okEmptyRead(db *sql.DB, id int) {
	o, err := loadOrder(db, id)
	if err != nil {
		return
	}
	log.Printf("order %d: %v", id, o.Total)
}

func okEmptyReason(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil {
		// Best effort: the nightly import stores it again.
	}
	return nil
}

func okEmptyReasonVoid(path string, data []byte) {
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return // harmless: the cache is built again on the next start
	}
	log.Print("cache stored")
}

func okEmptyCounted(db *sql.DB, orders []order) (failed int) {
	for _, o := range orders {
		if err := saveOrder(db, o); err != nil {
			failed++
			continue
		}
		log.Printf("order %d stored", o.ID)
	}
	return failed
}

func okEmptyOtherwise(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if err == nil {
		log.Printf("order %d stored", o.ID)
	}
	return err
}

func okEmptyHandled(db *sql.DB, o order, fail func(error)) {
	if err := saveOrder(db, o); err == nil {
		log.Printf("order %d stored", o.ID)
	} else {
		fail(err)
	}
}
