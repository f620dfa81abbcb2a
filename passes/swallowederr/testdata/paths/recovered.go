package paths

import (
	"database/sql"
	"fmt"
	"log"
	"net/http"
)

// mustSave panics, as code of a plug-in may do.
func mustSave(db *sql.DB, o order) {
	if err := saveOrder(db, o); err != nil {
		panic(err)
	}
}

func badRecoverPlain(db *sql.DB, o order) error {
	defer func() {
		recover() // want `^a panic is recovered`
	}()
	mustSave(db, o)
	return nil
}

func badRecoverLine(db *sql.DB, o order) error {
	defer func() { recover() }() // want `^a panic is recovered`
	mustSave(db, o)
	return nil
}

func badRecoverBlank(db *sql.DB, o order) error {
	defer func() { _ = recover() }() // want `^a panic is recovered`
	mustSave(db, o)
	return nil
}

func badRecoverEmpty(db *sql.DB, o order) (int, error) {
	defer func() {
		if r := recover(); r != nil { // want `^a panic is recovered`
		}
	}()
	mustSave(db, o)
	return o.ID, nil
}

func badRecoverNamed(db *sql.DB, o order) (err error) {
	defer func() {
		if recover() != nil { // want `^a panic is recovered`
			return
		}
	}()
	mustSave(db, o)
	return markPaid(db, o.ID)
}

func badRecoverClosure(db *sql.DB, orders []order) error {
	var g group
	for _, o := range orders {
		g.Go(func() error {
			defer func() { _ = recover() }() // want `^a panic is recovered`
			mustSave(db, o)
			return nil
		})
	}
	return g.Wait()
}

func okRecoverLogged(db *sql.DB, o order) error {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("order %d: %v", o.ID, r)
		}
	}()
	mustSave(db, o)
	return nil
}

func okRecoverAgain(db *sql.DB, o order, cleanUp func()) error {
	defer func() {
		if r := recover(); r != nil {
			cleanUp()
			panic(r)
		}
	}()
	mustSave(db, o)
	return nil
}

func okRecoverError(db *sql.DB, o order) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("order %d: %v", o.ID, r)
		}
	}()
	mustSave(db, o)
	return nil
}

func okRecoverFlag(db *sql.DB, o order) (err error) {
	defer func() {
		if recover() != nil {
			err = errPanicked
		}
	}()
	mustSave(db, o)
	return nil
}

var errPanicked = fmt.Errorf("the plug-in panicked")

func okRecoverSent(db *sql.DB, o order, panics chan<- any) error {
	defer func() {
		if r := recover(); r != nil {
			panics <- r
		}
	}()
	mustSave(db, o)
	return nil
}

func (s *server) okRecoverHTTP(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if p := recover(); p != nil {
			http.Error(w, "internal error", http.StatusInternalServerError)
		}
	}()
	mustSave(s.db, order{ID: 7})
	w.WriteHeader(http.StatusCreated)
}

func toError(r any, err *error) {
	if r != nil {
		*err = fmt.Errorf("panic: %v", r)
	}
}

func okRecoverPassed(db *sql.DB, o order) (err error) {
	defer func() { toError(recover(), &err) }()
	mustSave(db, o)
	return nil
}
