// Package basic has the plain cases of goroutines that cannot end.
package basic

import (
	"context"
	"errors"
	"net/http"
	"sync"
	"time"
)

func badTimeout(ctx context.Context, query func() string) (string, error) {
	answer := make(chan string)
	go func() { answer <- query() }() // want `^the goroutine blocks for ever on its send when this function returns without receiving \(each call leaves one goroutine more behind\)$`
	select {
	case s := <-answer:
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func badEarlyReturn(work func() error, check func() error) error {
	done := make(chan error)
	go func() { done <- work() }() // want `^the goroutine blocks for ever on its send `
	if err := check(); err != nil {
		return err
	}
	return <-done
}

func badNobodyReceives(work func() error) {
	errs := make(chan error)
	go func() { // want `^the goroutine blocks for ever on its send `
		if err := work(); err != nil {
			errs <- err
		}
	}()
}

func badFirstErrorOnly(items []int, work func(int) error) error {
	errs := make(chan error)
	for _, i := range items {
		go func() { errs <- work(i) }() // want `^the goroutine blocks for ever on its send `
	}
	for range items {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

func badFirstAnswer(hosts []string, ask func(string) string) string {
	first := make(chan string)
	for _, h := range hosts {
		go func() { first <- ask(h) }() // want `^the goroutine blocks for ever on its send `
	}
	return <-first
}

func produce(items []int, out chan<- int) {
	for _, i := range items {
		out <- i
	}
}

func badDeclared(items []int) int {
	out := make(chan int)
	go produce(items, out) // want `^the goroutine blocks for ever on its send `
	for range items {
		if n := <-out; n < 0 {
			return n
		}
	}
	return 0
}

func badNoClose(items []int, work func(int)) {
	queue := make(chan int)
	for range 3 {
		go func() { // want `^the goroutine ranges over a channel that nobody closes, so it never ends `
			for i := range queue {
				work(i)
			}
		}()
	}
	for _, i := range items {
		queue <- i
	}
}

func badTwice(work func() error) error {
	done := make(chan error)
	go func() { // want `^the goroutines send more often than this function receives, so one of them blocks for ever `
		if err := work(); err != nil {
			done <- err // and no return
		}
		done <- nil
	}()
	return <-done
}

func badHandlerLoop(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine of a request loops without a way out `
		for {
			time.Sleep(time.Second)
			println(r.URL.Path)
		}
	}()
}

func okBuffered(ctx context.Context, query func() string) (string, error) {
	answer := make(chan string, 1) // the send never blocks
	go func() { answer <- query() }()
	select {
	case s := <-answer:
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func okSelectSend(ctx context.Context, query func() string) (string, error) {
	answer := make(chan string)
	go func() {
		select {
		case answer <- query():
		case <-ctx.Done(): // the sender gives up too
		}
	}()
	select {
	case s := <-answer:
		return s, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

func okDrained(ctx context.Context, work func() error) error {
	done := make(chan error)
	go func() { done <- work() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		<-done // waits after all
		return ctx.Err()
	}
}

func okAllReceived(items []int, work func(int) error) (err error) {
	errs := make(chan error)
	for _, i := range items {
		go func() { errs <- work(i) }()
	}
	for range items {
		err = errors.Join(err, <-errs)
	}
	return err
}

func okClosed(items []int, work func(int)) {
	queue := make(chan int)
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			for i := range queue {
				work(i)
			}
		})
	}
	for _, i := range items {
		queue <- i
	}
	close(queue)
	wg.Wait()
}

func okRangeWithBreak(next func() int) {
	queue := make(chan int)
	go func() {
		for i := range queue {
			if i < 0 {
				return // a value ends it
			}
		}
	}()
	queue <- next()
	queue <- -1
}

func okOnceOnly(work func() error) error {
	done := make(chan error)
	go func() {
		if err := work(); err != nil {
			done <- err
			return
		}
		done <- nil
	}()
	return <-done
}

// The same condition starts the goroutine and receives.
// Who serves sends only why it ended, and is started once.
func okServes(ctx context.Context, srv *http.Server) error {
	errs := make(chan error)
	go func() {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			errs <- err
		}
	}()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		return srv.Shutdown(ctx)
	}
}

func okConditional(async bool, work func() error) error {
	var err error
	done := make(chan error)
	if async {
		go func() { done <- work() }()
	}
	println("working")
	if async {
		err = <-done
	}
	return err
}

type service struct{ errs chan error }

func okStored(s *service, work func() error) {
	errs := make(chan error)
	s.errs = errs // somebody else receives
	go func() { errs <- work() }()
}

func okReturned(work func() error) <-chan error {
	errs := make(chan error)
	go func() { errs <- work() }()
	return errs
}

func okHandlerLoopEnds(w http.ResponseWriter, r *http.Request) {
	go func() {
		for {
			select {
			case <-r.Context().Done():
				return
			case <-time.After(time.Second):
			}
		}
	}()
}

// A daemon that is no request's may run as long as the process.
func okDaemon(tick func()) {
	go func() {
		for {
			tick()
		}
	}()
}

// A variable that is assigned to itself must not send the analysis in circles.
func okAssignedToItself(work func() error) error {
	done := make(chan error)
	done = done
	go func() { done <- work() }()
	return <-done
}

func okDeclaredAll(items []int) (sum int) {
	out := make(chan int)
	go produce(items, out)
	for range items {
		sum += <-out // as many as are sent
	}
	return sum
}

func perform(items []int, errs chan<- error, work func(int) error) {
	for _, i := range items {
		go func() { errs <- work(i) }()
	}
}

func badStartedByAnother(items []int, work func(int) error) error {
	errs := make(chan error)
	go perform(items, errs, work) // want `^the goroutine blocks for ever on its send `
	for range items {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

// A flag says whether the value was received already.
func okFlag(ask func() string, next func() (string, error), out chan<- string) {
	stop := make(chan string)
	go func() { stop <- ask() }()
	stopped, last := false, ""
	for last == "" {
		v, err := next()
		if err != nil {
			if !stopped {
				<-stop
			}
			return
		}
		select {
		case last = <-stop:
			stopped = true
		case out <- v:
		}
	}
}
