package detached

import (
	"context"
	"log/slog"
	"net/http"
	"os/exec"
	"time"
)

// The function has made ctx itself: nobody waits for it.
func (s *service) okOwnLimits() error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := s.send(ctx, "first"); err != nil {
		return err
	}
	second, end := context.WithTimeout(context.Background(), time.Minute)
	defer end()
	return s.send(second, "second")
}

func (s *service) badOverParameter(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	second, end := context.WithTimeout(context.Background(), time.Minute) // want `stands where a context is in scope`
	defer end()
	return s.send(second, "second")
}

// The copy is only looked at.
func okClone(mux *http.ServeMux, w http.ResponseWriter, r *http.Request) {
	slash := r.Clone(context.Background())
	slash.URL.Path += "/"
	_, pattern := mux.Handler(slash)
	w.Write([]byte(pattern))
}

func (s *service) okCarriesDeadline(w http.ResponseWriter, r *http.Request) {
	wider, cancel := context.Background(), context.CancelFunc(func() {})
	if at, ok := r.Context().Deadline(); ok {
		wider, cancel = context.WithDeadline(wider, at)
	}
	go func() {
		defer cancel()
		s.send(wider, "settings")
	}()
}

// The second context is a clock.
func (s *service) okClock(w http.ResponseWriter, r *http.Request) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for limit.Err() == nil {
		if s.send(r.Context(), "try") == nil {
			return
		}
	}
}

func (s *service) remove(ctx context.Context, id string) error {
	_, err := s.db.ExecContext(ctx, "delete from parts where id = $1", id)
	return err
}

// What was begun is taken back, also when the caller has given up.
func (s *service) okTakenBack(ctx context.Context, id string) error {
	err := s.send(ctx, id)
	bounded, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if e := s.remove(bounded, id); e != nil && err == nil {
		err = e
	}
	return err
}

func (s *service) badRemove(w http.ResponseWriter, r *http.Request) {
	bounded, cancel := context.WithTimeout(context.Background(), time.Second) // want `stands where a context is in scope`
	defer cancel()
	if s.remove(bounded, r.FormValue("id")) != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

var after = time.AfterFunc

// Who made the appointment is not there any more when it comes.
func (s *service) okAppointment(ctx context.Context, delay time.Duration) error {
	after(delay, func() { s.send(context.Background(), "later") })
	return s.send(ctx, "now")
}

// Its starter has answered before it is done.
func (s *service) shadow(ctx context.Context, what string) {
	own, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	s.send(own, what)
}

func (s *service) okShadow(w http.ResponseWriter, r *http.Request) {
	go s.shadow(r.Context(), "copy")
}

// A callback that is kept has no caller yet.
func (s *service) SetRefresh(refresh func() error) {}

func (s *service) okRegistered(ctx context.Context) error {
	s.SetRefresh(func() error { return s.send(context.Background(), "refresh") })
	return s.send(ctx, "ready")
}

func (s *service) each(f func() error) error { return f() }

func (s *service) badCalled(ctx context.Context) error {
	return s.each(func() error { return s.send(context.Background(), "now") }) // want `stands where a context is in scope`
}

type tracer struct{}

func (tracer) Start(ctx context.Context, name string) (context.Context, func()) {
	return ctx, func() {}
}

// check needs its context for the trace only.
func check(ctx context.Context, what string) bool {
	_, end := tracer{}.Start(ctx, "check")
	defer end()
	return what != ""
}

func okTraced(ctx context.Context) bool { return check(context.Background(), "model") }

// A log line asks its context for values.
func (s *service) okLogs(ctx context.Context) error {
	slog.DebugContext(context.Background(), "sending")
	return s.send(ctx, "logged")
}

// The second context is a clock, and a log line tells so.
func (s *service) okLoggedClock(w http.ResponseWriter, r *http.Request) {
	limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	for limit.Err() == nil {
		slog.InfoContext(limit, "trying")
		if s.send(r.Context(), "try") == nil {
			return
		}
	}
}

// command only says what is to run.
func command(name string) *exec.Cmd { return exec.Command("office", name) }

func okStarts(ctx context.Context, name string) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return command(name).Start()
}
