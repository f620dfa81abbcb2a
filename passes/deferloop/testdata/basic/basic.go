// Package basic has the plain cases of defers in loops.
package basic

import (
	"context"
	"database/sql"
	"io"
	"net/http"
	"os"
	"time"
)

func badDefer(names []string) (n int64, err error) {
	for _, name := range names {
		f, err := os.Open(name) // want `^f is closed by a defer in the loop, so only when the function returns \(its file descriptor stays open until the process runs out of them\)$`
		if err != nil {
			return 0, err
		}
		defer f.Close()
		m, err := io.Copy(io.Discard, f)
		if err != nil {
			return 0, err
		}
		n += m
	}
	return n, nil
}

func badDeferredClosure(names []string) error {
	for _, name := range names {
		f, err := os.Open(name) // want `^f is closed by a defer in the loop, so only when the function returns `
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }()
	}
	return nil
}

// ctxlife reports it.
func okCancel(parent context.Context, work []func(context.Context) error) error {
	for _, w := range work {
		ctx, cancel := context.WithTimeout(parent, time.Second)
		defer cancel()
		if err := w(ctx); err != nil {
			return err
		}
	}
	return nil
}

func badRetry(url string) error {
	for range 500 {
		resp, err := http.Get(url) // want `^resp is closed by a defer in the loop, so only when the function returns `
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return nil
		}
	}
	return nil
}

func okLiteral(names []string) error {
	for _, name := range names {
		err := func() error {
			f, err := os.Open(name)
			if err != nil {
				return err
			}
			defer f.Close() // at the end of the literal, once per iteration
			_, err = io.Copy(io.Discard, f)
			return err
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func okReturnsAfter(urls []string) (int, error) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		return resp.StatusCode, nil // at most one is ever open
	}
	return 0, nil
}

func okExplicit(names []string) error {
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		f.Close()
	}
	return nil
}

func okRowsReadToTheEnd(db *sql.DB, queries []string) error {
	for _, q := range queries {
		rows, err := db.Query(q)
		if err != nil {
			return err
		}
		defer rows.Close() // for the error path only
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				return err
			}
		}
	}
	return nil
}

// There are two of them, always.
func okFew() error {
	names := []string{"/etc/hosts", "/etc/passwd"}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
	}
	for _, name := range []string{"a", "b", "c"} {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}

func badGrown(more []string) error {
	names := []string{"/etc/hosts"}
	names = append(names, more...)
	for _, name := range names {
		f, err := os.Open(name) // want `^f is closed by a defer in the loop`
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}

func okFewRetries(url string) error {
	for range 5 {
		resp, err := http.Get(url)
		if err != nil {
			continue
		}
		defer resp.Body.Close()
		if resp.StatusCode == http.StatusOK {
			return nil
		}
	}
	return nil
}

func okArray(base string) error {
	for _, suffix := range [2]string{".a", ".b"} {
		f, err := os.Open(base + suffix)
		if err != nil {
			return err
		}
		defer f.Close()
	}
	return nil
}

// Each body is read to its end, which frees the connection.
func okDrained(urls []string) (n int, err error) {
	for _, url := range urls {
		resp, err := http.Get(url)
		if err != nil {
			return 0, err
		}
		defer resp.Body.Close()
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return 0, err
		}
		n += len(body)
	}
	return n, nil
}

// So does the one with a cause.
func okCancelCause(parent context.Context, work []func(context.Context) error) error {
	for _, w := range work {
		ctx, cancel := context.WithCancelCause(parent)
		defer cancel(nil)
		if err := w(ctx); err != nil {
			return err
		}
	}
	return nil
}

// A session holds a cancel: that is no context to see.
type session struct{ cancel context.CancelFunc }

func (s *session) Close() { s.cancel() }

func newSession(parent context.Context) *session {
	_, cancel := context.WithCancel(parent)
	return &session{cancel}
}

func badSession(parent context.Context, work []func(*session) error) error {
	for _, w := range work {
		s := newSession(parent) // want `^s is closed by a defer in the loop, so only when the function returns `
		defer s.Close()
		if err := w(s); err != nil {
			return err
		}
	}
	return nil
}
