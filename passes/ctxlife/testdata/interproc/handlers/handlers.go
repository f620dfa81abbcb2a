// Package handlers uses what the other packages take and make.
package handlers

import (
	"context"
	"database/sql"
	"io"
	"net/http"
	"time"

	"ctxlife.test/interproc/lifetime"
	"ctxlife.test/interproc/reports"
)

type server struct{ db *sql.DB }

func (s *server) badLines(ctx context.Context) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return reports.Lines(ctx, s.db) // want `^the deferred cancel ends the context of reports\.Lines before the caller reads th`
}

func (s *server) badOpen(ctx context.Context) (*reports.Report, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return reports.Open(ctx, s.db)
}

func badDownload(ctx context.Context, url string) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	resp, err := reports.Download(ctx, url) // want `^the deferred cancel ends the context of reports\.Download before the caller reads`
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// The pair of context and cancel comes from a helper.
func (s *server) badShort(ctx context.Context) (*sql.Rows, error) {
	ctx, cancel := lifetime.Short(ctx)
	defer cancel()
	return s.db.QueryContext(ctx, "select line from report")
}

func (s *server) badTag(w http.ResponseWriter, r *http.Request) {
	go reports.Refresh(lifetime.Tag(r.Context(), "refresh"), s.db) // want `^the goroutine started here uses lifetime\.Tag\(r\.Context\(\), "refresh"\), which ends`
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) badTagVariable(w http.ResponseWriter, r *http.Request) {
	ctx := lifetime.Tag(r.Context(), "refresh")
	go func() { // want `^the goroutine started here uses ctx, which ends when the function returns`
		reports.Refresh(ctx, s.db)
	}()
}

func (s *server) badShortEach(ctx context.Context, n int) {
	for range n {
		ctx, cancel := lifetime.Short(ctx)
		defer cancel()
		reports.Refresh(ctx, s.db)
	}
}

func (s *server) okDetach(w http.ResponseWriter, r *http.Request) {
	go reports.Refresh(lifetime.Detach(r.Context()), s.db)
	w.WriteHeader(http.StatusAccepted)
}

func (s *server) okDetachVariable(w http.ResponseWriter, r *http.Request) {
	ctx := lifetime.Detach(r.Context())
	go func() {
		reports.Refresh(ctx, s.db)
	}()
}

func (s *server) okForJob(w http.ResponseWriter, r *http.Request) {
	go reports.Refresh(lifetime.ForJob(r.Context()), s.db)
}

func (s *server) okDetachFor(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := lifetime.DetachFor(r.Context(), time.Minute)
	go func() {
		defer cancel()
		reports.Refresh(ctx, s.db)
	}()
}

func (s *server) okDetached(ctx context.Context) (*sql.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return reports.Detached(ctx, s.db) // it has a context of its own
}

func (s *server) okSize(ctx context.Context) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return reports.Size(ctx, s.db)
}

func (s *server) okSummary(ctx context.Context) (*reports.Summary, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return reports.Summarize(ctx, s.db)
}

func (s *server) okReadHere(ctx context.Context, w io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	r, err := reports.Open(ctx, s.db)
	if err != nil {
		return err
	}
	defer r.Close()
	var line string
	for r.Next(&line) {
		io.WriteString(w, line)
	}
	return nil
}

func (s *server) okReturned(ctx context.Context) (*sql.Rows, context.CancelFunc, error) {
	ctx, cancel := lifetime.Short(ctx)
	rows, err := reports.Lines(ctx, s.db)
	return rows, cancel, err
}
