package basic

import (
	"context"
	"io"
	"log"
	"net/http"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type mail struct{ to, text string }

func deliver(ctx context.Context, m mail) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://mail.test/"+m.to, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

type nameKey struct{}

func nameFrom(ctx context.Context) string {
	name, _ := ctx.Value(nameKey{}).(string)
	return name
}

type upload struct {
	cancel context.CancelFunc
	body   io.Closer
}

// The goroutine is there for the end of the context.
func okWatches(r *http.Request) *upload {
	ctx, cancel := context.WithCancel(r.Context())
	u := &upload{cancel, r.Body}
	go func() {
		<-ctx.Done()
		if context.Cause(ctx) != nil {
			u.body.Close()
		}
	}()
	return u
}

type job struct {
	ctx  context.Context
	mail mail
}

func (j job) do() error { return deliver(j.ctx, j.mail) }

type post struct {
	wg    sync.WaitGroup
	mu    sync.Mutex
	jobs  chan job
	ctxs  chan context.Context
	queue []job
	byKey map[string]context.Context
	last  context.Context
	first *job
}

func badGo(w http.ResponseWriter, r *http.Request) {
	go deliver(r.Context(), mail{to: "a"}) // want `^the goroutine started here uses r\.Context\(\), which ends when the function return`
	w.WriteHeader(http.StatusAccepted)
}

func badGoLiteral(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine started here uses r\.Context\(\), which ends when the function return`
		if err := deliver(r.Context(), mail{to: "a"}); err != nil {
			log.Print(err)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

func badGoVariable(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	go func() { // want `^the goroutine started here uses ctx, which ends when the function returns`
		deliver(ctx, mail{to: "a"})
	}()
}

func badGoParameter(w http.ResponseWriter, r *http.Request) {
	go func(ctx context.Context) { // want `^the goroutine started here uses r\.Context\(\), which ends when the function return`
		deliver(ctx, mail{to: "a"})
	}(r.Context())
}

func badGoValue(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithValue(r.Context(), nameKey{}, "x")
	go deliver(ctx, mail{to: "a"}) // want `^the goroutine started here uses ctx, which ends when the function returns`
}

// The timeout of the goroutine does not keep the request from ending.
func badGoTimeout(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine started here uses context\.WithTimeout\(\.\.\.\), w`
		ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
		defer cancel()
		deliver(ctx, mail{to: "a"})
	}()
}

func FN_goDeferredCancel(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Minute)
	defer cancel()
	go deliver(ctx, mail{to: "a"})
	w.WriteHeader(http.StatusAccepted)
}

func badMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		go deliver(r.Context(), mail{to: "a"}) // want `^the goroutine started here uses r\.Context\(\), which ends when the function return`
		next.ServeHTTP(w, r)
	})
}

type signupRequest struct{ Name string }

type signupReply struct{ ID int }

// A method of a gRPC service: the context ends with it.
func (p *post) badSignup(ctx context.Context, req *signupRequest) (*signupReply, error) {
	go deliver(ctx, mail{to: req.Name})
	return &signupReply{ID: 1}, nil
}

// Somebody waits for the group, but not this function.
func (p *post) badWaitedElsewhere(w http.ResponseWriter, r *http.Request) {
	p.wg.Add(1)
	go func() { // want `^the goroutine started here uses r\.Context\(\), which ends when the function return`
		defer p.wg.Done()
		deliver(r.Context(), mail{to: "a"})
	}()
}

func (p *post) badEach(w http.ResponseWriter, r *http.Request) {
	for _, to := range r.Form["to"] {
		go deliver(r.Context(), mail{to: to}) // want `^the goroutine started here uses r\.Context\(\), which ends when the function return`
	}
}

func (p *post) badSent(w http.ResponseWriter, r *http.Request) {
	p.jobs <- job{ctx: r.Context(), mail: mail{to: "a"}} // want `^r\.Context\(\) goes to whoever receives this, and ends when the function returns`
}

func (p *post) badSentVariable(w http.ResponseWriter, r *http.Request) {
	j := job{ctx: r.Context(), mail: mail{to: "a"}}
	p.jobs <- j
}

func (p *post) badSentBare(w http.ResponseWriter, r *http.Request) {
	p.ctxs <- r.Context() // want `^r\.Context\(\) goes to whoever receives it, and ends when the function returns`
}

func (p *post) badOffered(w http.ResponseWriter, r *http.Request) {
	select {
	case p.jobs <- job{ctx: r.Context()}:
	default:
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (p *post) badQueued(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.queue = append(p.queue, job{ctx: r.Context()})
}

func (p *post) badMap(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.byKey[r.RemoteAddr] = r.Context() // want `^r\.Context\(\) is kept in p\.byKey\[r\.RemoteAddr\], and ends when the function returns`
}

func (p *post) badField(w http.ResponseWriter, r *http.Request) {
	p.last = r.Context() // want `^r\.Context\(\) is kept in p\.last, and ends when the function returns`
}

func (p *post) badFieldStruct(w http.ResponseWriter, r *http.Request) {
	p.first = &job{ctx: r.Context()}
}

func okWaitGroup(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, to := range []string{"a", "b"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			deliver(r.Context(), mail{to: to})
		}()
	}
	wg.Wait()
}

func okWaitGroupGo(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() { deliver(r.Context(), mail{to: "a"}) })
}

func okErrgroup(w http.ResponseWriter, r *http.Request) {
	g, ctx := errgroup.WithContext(r.Context())
	g.Go(func() error { return deliver(ctx, mail{to: "a"}) })
	g.Go(func() error { return deliver(ctx, mail{to: "b"}) })
	if err := g.Wait(); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func okReceived(w http.ResponseWriter, r *http.Request) {
	failed := make(chan error, 1)
	go func() { failed <- deliver(r.Context(), mail{to: "a"}) }()
	if err := <-failed; err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func okRanged(w http.ResponseWriter, r *http.Request) {
	names := make(chan string)
	go func() {
		defer close(names)
		names <- nameFrom(r.Context())
	}()
	for name := range names {
		io.WriteString(w, name)
	}
}

func okSelect(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	failed := make(chan error, 1)
	go func() { failed <- deliver(ctx, mail{to: "a"}) }()
	select {
	case <-ctx.Done():
		w.WriteHeader(http.StatusGatewayTimeout)
	case err := <-failed:
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
		}
	}
}

func okDoneChannel(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	defer func() { <-done }()
	go func() {
		defer close(done)
		deliver(r.Context(), mail{to: "a"})
	}()
}

func okWithoutCancel(w http.ResponseWriter, r *http.Request) {
	go deliver(context.WithoutCancel(r.Context()), mail{to: "a"})
}

func okWithoutCancelVariable(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	go func() {
		ctx, cancel := context.WithTimeout(ctx, time.Minute)
		defer cancel()
		deliver(ctx, mail{to: "a"})
	}()
}

func okWithoutCancelInside(w http.ResponseWriter, r *http.Request) {
	go func() {
		deliver(context.WithoutCancel(r.Context()), mail{to: "a"})
	}()
}

func okOwnContext(w http.ResponseWriter, r *http.Request) {
	name := nameFrom(r.Context())
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		deliver(ctx, mail{to: name})
	}()
}

// What is read of the context is read before the goroutine starts.
func okReadBefore(w http.ResponseWriter, r *http.Request) {
	go deliver(context.Background(), mail{to: nameFrom(r.Context())})
}

func (p *post) okSent(w http.ResponseWriter, r *http.Request) {
	p.jobs <- job{ctx: context.WithoutCancel(r.Context()), mail: mail{to: "a"}}
}

// The reply comes back before the function returns.
func (p *post) okSentAndAnswered(w http.ResponseWriter, r *http.Request, answers <-chan error) {
	p.jobs <- job{ctx: r.Context(), mail: mail{to: "a"}}
	if err := <-answers; err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func (p *post) okLocalStruct(w http.ResponseWriter, r *http.Request) {
	j := job{ctx: r.Context(), mail: mail{to: "a"}}
	if j.do() != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}

func okLocalMap(w http.ResponseWriter, r *http.Request) {
	ctxs := make(map[string]context.Context)
	ctxs["a"] = r.Context()
	for to, ctx := range ctxs {
		deliver(ctx, mail{to: to})
	}
}

func okNext(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), nameKey{}, "x")
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// The context of a worker ends with the program, not with this function.
func (p *post) Start(ctx context.Context) {
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case j := <-p.jobs:
				deliver(ctx, j.mail)
			}
		}
	}()
}

func okWorker(ctx context.Context, every time.Duration) {
	go okTick(ctx, every)
}

func okTick(ctx context.Context, every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			deliver(ctx, mail{to: "a"})
		}
	}
}

// The goroutine is there to end with the function.
func okBeside(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithCancel(r.Context())
	defer cancel()
	go okTick(ctx, time.Second)
	deliver(r.Context(), mail{to: "a"})
}

// A constructor keeps the context of the program.
func okNewPost(ctx context.Context) *post {
	return &post{jobs: make(chan job), last: ctx}
}

// A detachedContext has the values of one context and an end of its own.
type detachedContext struct {
	context.Context
	end <-chan struct{}
}

func (d detachedContext) Done() <-chan struct{} { return d.end }

func okOwnEnd(w http.ResponseWriter, r *http.Request) {
	go func() {
		end := make(chan struct{})
		defer close(end)
		deliver(detachedContext{r.Context(), end}, mail{to: "a"})
	}()
}

type valueContext struct{ context.Context }

func badValues(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine started here uses r\.Context\(\)`
		deliver(valueContext{r.Context()}, mail{to: "a"})
	}()
}
