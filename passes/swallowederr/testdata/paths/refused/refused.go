// Package refused has failures that nobody asks for and that end well, because
// of what the call yields then or of what is known of it.
package refused

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
)

var errNone = errors.New("there are none")

type store struct{ db *sql.DB }

func (s *store) count(q string) (n int, err error) {
	err = s.db.QueryRow(q).Scan(&n)
	return n, err
}

func (s *store) okRefused() error {
	n, err := s.count("SELECT count(*) FROM sub")
	if n <= 1 {
		return errNone // a failed count is 0
	}
	_, err = s.db.Exec("DELETE FROM sub")
	return err
}

func (s *store) badUsed() (int, error) {
	n, err := s.count("SELECT count(*) FROM sub") // want `^the error of s.count is overwritten`
	if n > 10 {
		n = 10
	}
	_, err = s.db.Exec("DELETE FROM sub")
	return n, err
}

func minOf(s string) (int, error) { return strconv.Atoi(s) }
func maxOf(s string) (int, error) { return strconv.Atoi("1" + s) }

func okSameQuestion(s string) (int, int, error) {
	low, err := minOf(s)
	high, err := maxOf(s)
	return low, high, err
}

func badOtherQuestion(s, t string) (int, int, error) {
	low, err := minOf(s) // want `^the error of minOf is overwritten`
	high, err := maxOf(t)
	return low, high, err
}

// Nobody waits for what is left undone at the end.
func (s *store) okGone(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, "DELETE FROM old"); err != nil && ctx.Err() == nil {
		return err
	}
	return nil
}

func (s *store) badGone(ctx context.Context, force bool) error {
	if _, err := s.db.ExecContext(ctx, "DELETE FROM old"); err != nil && !force { // want `s.db.ExecContext`
		return err
	}
	return nil
}

type dbError struct{ code string }

func as(err error, code string) *dbError { return &dbError{code} }

func (s *store) okKnown() error {
	if _, err := s.db.Exec("CREATE PUBLICATION p"); err != nil {
		if as(err, "42710") == nil {
			return err // all but that it is there already
		}
	}
	return nil
}

func okEncodes(w io.Writer, counts map[string]uint64) error {
	var out struct{ Counts map[string]uint64 }
	out.Counts = counts
	text, err := json.MarshalIndent(out, "", " ")
	_, err = w.Write(text)
	return err
}

func badEncodes(w io.Writer, rates map[string]float64) error {
	text, err := json.Marshal(rates) // want `^the error of json.Marshal is overwritten`
	_, err = w.Write(text)
	return err
}

func badLastFlush(f *os.File, rows [][]string) error {
	w := csv.NewWriter(f)
	if err := w.Write([]string{"id"}); err != nil {
		return err
	}
	w.Flush()
	for _, r := range rows {
		if err := w.Write(r); err != nil {
			return err
		}
	}
	w.Flush() // want `^the error of w.Flush is dropped`
	return nil
}

func okBuffer(rows [][]string) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.WriteAll(rows)
	w.Flush()
	return b.Bytes()
}

type refusal struct{ reason string }

func (r *refusal) Error() string { return r.reason }

var tooFew = &refusal{"too few"}

func (s *store) okRefusedByType() error {
	n, err := s.count("SELECT count(*) FROM sub")
	if n <= 1 {
		return tooFew
	}
	_, err = s.db.Exec("DELETE FROM sub")
	return err
}
