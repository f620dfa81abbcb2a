package detached

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
	"os/signal"
	"sync"
	"time"

	"github.com/gin-gonic/gin"
)

func (s *service) send(ctx context.Context, what string) error {
	_, err := s.db.ExecContext(ctx, "insert into outbox (what) values ($1)", what)
	return err
}

func (s *service) okWithoutCancel(w http.ResponseWriter, r *http.Request) {
	go s.send(context.WithoutCancel(r.Context()), "visit")
}

func (s *service) okWithoutCancelTimeout(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	return s.send(ctx, "visit")
}

func okServe(ctx context.Context, srv *http.Server) error {
	go srv.ListenAndServe()
	<-ctx.Done()
	bounded, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(bounded)
}

func okServeSelect(ctx context.Context, srv *http.Server, failed <-chan error) error {
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	bounded, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	return srv.Shutdown(bounded)
}

// The goroutine waits for the end and acts after it.
func okServeBeside(ctx context.Context, srv *http.Server) error {
	go func() {
		<-ctx.Done()
		bounded, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		srv.Shutdown(bounded)
	}()
	return srv.ListenAndServe()
}

func okNamed(ctx context.Context, srv *http.Server, failed error) error {
	if failed == nil {
		return nil
	}
	shutdownCtx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return srv.Shutdown(shutdownCtx)
}

func (s *service) okGoroutine(w http.ResponseWriter, r *http.Request) {
	what := r.FormValue("what")
	go func() {
		ctx := context.Background()
		if err := s.send(ctx, what); err != nil {
			log.Print(err)
		}
	}()
}

func (s *service) okGoroutineBounded(c *gin.Context) {
	ip := c.ClientIP()
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		s.send(ctx, ip)
	}()
}

func (s *service) okGoArgument(w http.ResponseWriter, r *http.Request) {
	go s.send(context.Background(), r.FormValue("what"))
}

func (s *service) okLater(ctx context.Context) {
	time.AfterFunc(time.Minute, func() { s.send(context.Background(), "late") })
}

func (s *service) okAfter(ctx context.Context) {
	context.AfterFunc(ctx, func() { s.send(context.Background(), "gone") })
}

func (s *service) okInDefer(ctx context.Context) error {
	defer func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		s.send(ctx, "done")
	}()
	return s.db.PingContext(ctx)
}

func (s *service) okDeferArgument(ctx context.Context) error {
	defer s.send(context.Background(), "done")
	return s.db.PingContext(ctx)
}

func (s *service) okQueued(w http.ResponseWriter, r *http.Request) {
	s.jobs <- query{ctx: context.Background(), db: s.db} // it is asked after the answer
}

// The struct outlives the request.
func (s *service) okKept(w http.ResponseWriter, r *http.Request) {
	s.last = query{ctx: context.Background(), db: s.db}
}

func (s *service) startWorker(ctx context.Context, what <-chan string) {
	own := context.Background()
	for w := range what {
		s.send(own, w)
	}
}

func (s *service) flushOutbox(ctx context.Context) error {
	return s.send(context.Background(), "flush")
}

func (s *service) CleanupCarts(w http.ResponseWriter, r *http.Request) {
	s.db.ExecContext(context.Background(), "delete from carts where old")
}

func (s *service) auditLogin(ctx context.Context, user string) error {
	return s.send(context.Background(), "login of "+user)
}

func okNewService(ctx context.Context, s *service) *service {
	// The pool lives longer than this call: it must not end with its context.
	s.last.ctx = context.Background()
	return s
}

func (s *service) okCommented(w http.ResponseWriter, r *http.Request) {
	// The payment has to be recorded even if the client has gone.
	if err := s.send(context.Background(), "paid"); err != nil {
		w.WriteHeader(http.StatusInternalServerError)
	}
}

func (s *service) okCommentedBeside(c *gin.Context) {
	s.send(context.Background(), "paid") // detached from the request on purpose
}

func (s *service) okNil(ctx context.Context) error {
	if ctx == nil {
		ctx = context.Background()
	}
	return s.db.PingContext(ctx)
}

func (q *query) okNilField(r *http.Request) error {
	if q.ctx == nil {
		q.ctx = context.TODO()
	}
	return q.ping()
}

func okCompared(ctx context.Context) error {
	if ctx == context.Background() {
		return errors.New("nothing ends this")
	}
	return nil
}

func okNotify() (context.Context, context.CancelFunc) {
	return signal.NotifyContext(context.Background(), os.Interrupt) // no other context here
}

var (
	once sync.Once
	root = context.Background()
)

// A value for all requests must not depend on the one that comes first.
func (s *service) okOnce(w http.ResponseWriter, r *http.Request) {
	once.Do(func() { s.send(context.Background(), "first") })
}

func (s *service) okRoot() error { return s.db.PingContext(root) }

func okHandlers(s *service) http.Handler {
	ctx := context.Background()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.db.PingContext(r.Context())
		_ = ctx
	})
}

// GoSafely is a go statement that survives panics.
func GoSafely(f func()) {
	go func() {
		defer func() { recover() }()
		f()
	}()
}

// Nobody waits for the heartbeat, and it goes on while the program stops.
func okHeartbeat(ctx context.Context, tick <-chan time.Time) {
	GoSafely(func() {
		for range tick {
			http.Get("http://example.test/alive")
		}
	})
	<-ctx.Done()
}

// What is found is used, and else there is none.
func okElse(v any) context.Context {
	var out context.Context
	if found, ok := v.(context.Context); ok {
		out = found
	} else {
		out = context.Background()
	}
	return out
}

func (s *service) okForbidden(ctx context.Context) error {
	none, cancel := context.WithCancel(context.Background())
	cancel()
	return s.send(none, "only from the cache")
}

func (s *service) okOver(db interface{ Ping() error }) error {
	retry, cancel := context.WithTimeout(context.Background(), time.Second)
	err := s.send(retry, "first")
	cancel()
	if err != nil {
		_, err = s.db.Exec("insert into failed values (1)")
	}
	return err
}

// The caller has given up: what is left to do gets a context of its own.
func okAfterEnd(ctx context.Context) context.Context {
	if ctx.Err() == nil {
		return ctx
	}
	return context.Background()
}

func FireAndForget(f func(), done ...func()) {
	go f()
}

func (s *service) okFired(ctx context.Context) {
	FireAndForget(func() {
		late, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		s.send(late, "later")
	})
}

func (s *service) okOwnRoot() context.CancelFunc {
	var ctx context.Context
	var cancel context.CancelFunc
	ctx, cancel = context.WithCancel(context.Background())
	s.send(ctx, "started")
	return cancel
}
