package basic

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"database/sql"
	"encoding/csv"
	"io"
	"os"
)

func badCommit(tx *sql.Tx) error {
	tx.Commit() // want `^the error of tx.Commit is dropped: if it fails, the transaction is undone and the function still returns success$`
	return nil
}

func badDeferredCommit(tx *sql.Tx) {
	defer tx.Commit() // want `^the error of tx.Commit is dropped: if it fails, the transaction is undone and nobody is told$`
}

func badFlush(f *os.File, s string) error {
	w := bufio.NewWriter(f)
	defer w.Flush() // want `^the error of w.Flush is dropped: if it fails, what the buffer still holds is lost`
	_, err := w.WriteString(s)
	return err
}

func badGzip(out io.Writer, data []byte) error {
	zw := gzip.NewWriter(out)
	if _, err := zw.Write(data); err != nil {
		return err
	}
	zw.Close() // want `^the error of zw.Close is dropped: if it fails, the end of the stream is lost`
	return nil
}

func badCSV(f *os.File, row []string) error {
	w := csv.NewWriter(f)
	defer w.Flush() // want `^the error of w.Flush is dropped`
	return w.Write(row)
}

func noteFile(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close() // want `^the error of f.Close is dropped: if it fails, what was written is lost`
	_, err = f.Write(data)
	return err
}

func okMemory(s string) string {
	var buf bytes.Buffer
	w := bufio.NewWriter(&buf)
	w.WriteString(s)
	w.Flush() // memory does not fail
	return buf.String()
}

func okTerminal(s string) {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush() // nobody misses it
	w.WriteString(s)
}

func okCSVError(f *os.File, row []string) error {
	w := csv.NewWriter(f)
	if err := w.Write(row); err != nil {
		return err
	}
	w.Flush() // the error is kept for Error
	return w.Error()
}

func okReadOnly(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() // nothing was written
	return io.ReadAll(f)
}

func okCommit(tx *sql.Tx) error { return tx.Commit() }

func load(tx *sql.Tx, n *int) error { return tx.QueryRow("select 1").Scan(n) }

func okReadOnlyTx(db *sql.DB) (n int, err error) {
	tx, err := db.Begin()
	if err != nil {
		return 0, err
	}
	if err := load(tx, &n); err != nil {
		tx.Rollback()
		return 0, err
	}
	tx.Commit() // nothing was written
	return n, nil
}

func badWrittenTx(db *sql.DB) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if _, err := tx.Exec("with d as (select 1) update t set a = 1"); err != nil {
		tx.Rollback()
		return err
	}
	tx.Commit() // want `^the error of tx.Commit is dropped`
	return nil
}
