// Package basic holds the plain cases.
package basic

import (
	"bytes"
	"database/sql"
	"fmt"
	"log"
	"net/http"
	"os"
)

func badExec(db *sql.DB) error {
	db.Exec("insert") // want `^the error of db.Exec is dropped: if it fails, the write is lost and the function still returns success$`
	return nil
}

func noteBlank(db *sql.DB) {
	_, _ = db.Exec("insert") // want `^the error of db.Exec is dropped by name: if it fails, the write is lost and nobody is told$`
}

func badResultOnly(db *sql.DB) sql.Result {
	res, _ := db.Exec("insert") // want `^the error of db.Exec is dropped`
	return res
}

func badFile(data []byte) {
	os.WriteFile("state", data, 0o600) // want `^the error of os.WriteFile is dropped`
}

func badDeferred(db *sql.DB) {
	defer db.Exec("update") // want `^the error of db.Exec is dropped`
}

func save(db *sql.DB) error {
	_, err := db.Exec("insert")
	return err
}

func badHelper(db *sql.DB) {
	save(db) // want `^the error of save is dropped`
}

func noteStarted(db *sql.DB) {
	go save(db) // want `^the error of save is dropped by the goroutine: if it fails, the write is lost and nobody is told$`
}

func badRead(db *sql.DB) *sql.Rows {
	rows, _ := db.Query("q") // want `^the error of db.Query is dropped: if it fails, what it should have yielded is taken for empty$`
	return rows
}

func okTaken(db *sql.DB) error {
	_, err := db.Exec("insert")
	return err
}

func okInfallible(buf *bytes.Buffer) {
	buf.WriteString("x") // never fails
	fmt.Fprintln(os.Stderr, "x")
}

func alwaysNil(db *sql.DB) error {
	if _, err := db.Exec("insert"); err != nil { // want `^when db.Exec fails, that is only logged: the write is lost and the function returns success$`
		log.Print(err)
	}
	return nil
}

func okAlwaysNil(db *sql.DB) { alwaysNil(db) } // there is no error to lose

func told(db *sql.DB) error {
	if _, err := db.Exec("insert"); err != nil {
		log.Print(err)
		return err
	}
	return nil
}

func okTold(db *sql.DB) { told(db) } // it logs its own failure

func okRollback(tx *sql.Tx) {
	defer tx.Rollback() // after Commit it always fails
}

func okCleanup(db *sql.DB) error {
	if err := save(db); err != nil {
		db.Exec("delete") // best effort on a path that fails already
		return err
	}
	return nil
}

func okComment(db *sql.DB) {
	// Best effort: the counter is only shown in the footer.
	db.Exec("update hits set n = n + 1")
}

func okResponse(w http.ResponseWriter, body []byte) {
	w.Write(body) // the client has gone; there is nobody to tell
}

func okVerb(tx *sql.Tx) {
	defer tx.Exec("CLOSE cursor") // stores nothing
}

type message struct{ db *sql.DB }

func (m message) Ack() error { return save(m.db) }

func okAck(m message) { _ = m.Ack() } // a lost acknowledgement brings the message again

func setLastLogin(db *sql.DB) error { return save(db) }

func okBookkeeping(db *sql.DB) { setLastLogin(db) } // the next login writes it again

func noteGoroutine(db *sql.DB) {
	go func() {
		_, _ = db.Exec("insert into logs") // want `^the error of db.Exec is dropped by the goroutine`
	}()
}

// A runner is what databases and transactions have in common.
type runner interface {
	Run(query string, args ...any) (sql.Result, error)
}

func badRunner(r runner) {
	r.Run("insert") // want `^the error of r.Run is dropped`
}

// OrderStore is named for what it does.
type OrderStore interface {
	UpdateOrder(id int) error
	Touch(id int) error
}

func badNamedStore(s OrderStore) {
	s.UpdateOrder(1) // want `^the error of s.UpdateOrder is dropped`
}

func okTouched(s OrderStore) {
	s.Touch(1)
}

// What is only shown misleads nobody.
func noteShown(db *sql.DB) error {
	rows, _ := db.Query("q") // want `the code goes on with missing data$`
	log.Printf("%v", rows)
	return nil
}

func badPanics(db *sql.DB) (bool, error) {
	rows, _ := db.Query("q") // want `^the error of db.Query is dropped: if it fails, rows is nil, and its use panics$`
	return rows.Next(), nil
}

// An index that is there already fails each time, and is only faster.
func okIndex(db *sql.DB) {
	db.Exec("CREATE UNIQUE INDEX by_name ON t (name)")
	db.Exec("create extension btree_gin")
}

func badTable(db *sql.DB) {
	db.Exec("create table t (name text)") // want `^the error of db.Exec is dropped: if it fails, the write is lost`
}
