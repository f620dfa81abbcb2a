package basic

import (
	"database/sql"
	"errors"
	"log"
	"net/http"
)

func badNilReturn(db *sql.DB) error {
	_, err := db.Exec("insert")
	if err != nil {
		return nil // want `^nil is returned when db.Exec fails: the write is lost and the caller sees success$`
	}
	return nil
}

func badLogged(db *sql.DB) (int, error) {
	if _, err := db.Exec("insert"); err != nil {
		log.Printf("insert: %v", err)
		return 0, nil // want `^nil is returned when db.Exec fails`
	}
	return 1, nil
}

func badElse(db *sql.DB) error {
	if _, err := db.Exec("insert"); err == nil {
		return nil
	} else {
		return nil // want `^nil is returned when db.Exec fails`
	}
}

func badNested(db *sql.DB, on bool) error {
	if on {
		if err := save(db); err != nil {
			return nil // want `^nil is returned when save fails`
		}
	}
	return nil
}

func noteRead2(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, nil // want `^nil is returned when db.Query fails: the caller takes missing data for an empty answer$`
	}
	return rows, nil
}

func okReturned(db *sql.DB) error {
	if err := save(db); err != nil {
		return err
	}
	return nil
}

func okSentinel(db *sql.DB) error {
	if err := save(db); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return nil // a decision about this error
		}
		return err
	}
	return nil
}

func okAnswered(db *sql.DB, w http.ResponseWriter) error {
	if err := save(db); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError) // the failure is answered
		return nil
	}
	return nil
}

func okPurpose(db *sql.DB) error {
	if err := save(db); err != nil {
		// The statistics are optional: never fail the request for them.
		return nil
	}
	return nil
}

func okFallback(db *sql.DB) (string, error) {
	if err := save(db); err != nil {
		return "default", nil // a fallback that is used
	}
	return "", nil
}
