// Package basic has the plain cases of tickers, cancel functions and processes.
package basic

import (
	"context"
	"errors"
	"os/exec"
	"time"
)

func badTicker(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second) // want `^t is never stopped \(before Go 1.23 the runtime keeps it and fires it for ever, one more per call\)$`
	for {
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

func badTickerOneReturn(done <-chan struct{}, work func() error) error {
	t := time.NewTicker(time.Second) // want `^t is not stopped `
	for range t.C {
		if err := work(); err != nil {
			return err
		}
		select {
		case <-done:
			t.Stop()
			return nil
		default:
		}
	}
	t.Stop()
	return nil
}

func badCancelOnError(parent context.Context, run func(context.Context) error) (context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(parent) // want `^cancel is not called when run fails \(the context, its timer and its goroutine stay until the parent ends, one more per call\)$`
	if err := run(ctx); err != nil {
		return nil, err
	}
	return cancel, nil
}

func badCancelBlank(parent context.Context) context.Context {
	ctx, _ := context.WithTimeout(parent, time.Second) // want `^the result of context.WithTimeout is never called `
	return ctx
}

// A browser is not waited for.
func okBrowser(url string) error { return exec.Command("xdg-open", url).Start() }

func browser(url string) *exec.Cmd { return exec.Command("xdg-open", url) }

func okOpenBrowser(url string) error { return browser(url).Start() }

// A session ends by itself, and says so.
type session struct{ cancel context.CancelFunc }

func (s *session) Done() <-chan struct{} { return nil }
func (s *session) Close()                { s.cancel() }

func newSession(parent context.Context) *session {
	_, cancel := context.WithCancel(parent)
	return &session{cancel}
}

func okSessionEnds(ctx context.Context) {
	for ctx.Err() == nil {
		s := newSession(ctx)
		select {
		case <-ctx.Done():
			s.Close()
			return
		case <-s.Done():
			continue
		}
	}
}

func badSession(ctx context.Context, work func() error) error {
	s := newSession(ctx) // want `^s is not closed when work fails `
	if err := work(); err != nil {
		return err
	}
	s.Close()
	return nil
}

func badProcess(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "convert", "a", "b") // the process starts below
	if err := cmd.Start(); err != nil {                  // want `^cmd is never waited for \(the child stays a zombie when it exits, and its pipes stay open\)$`
		return err
	}
	return nil
}

func badProcessOneBranch(ctx context.Context, quick bool) error {
	cmd := exec.CommandContext(ctx, "convert")
	if err := cmd.Start(); err != nil { // want `^cmd is not waited for on the return under "quick" `
		return err
	}
	if quick {
		return nil
	}
	return cmd.Wait()
}

func okTicker(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			work()
		case <-done:
			return
		}
	}
}

func okTickerInClosure(done <-chan struct{}, work func()) {
	t := time.NewTicker(time.Second)
	defer func() {
		work()
		t.Stop()
	}()
	<-done
}

func okForEver(work func()) {
	t := time.NewTicker(time.Second)
	for range t.C {
		work() // the loop has no end, so the ticker needs none
	}
}

func okCancel(parent context.Context, run func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	return run(ctx)
}

func okCancelReturned(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithCancel(parent) // the caller calls it
}

func okCancelSometimes(ctx context.Context, d time.Duration, run func(context.Context) error) error {
	if d > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, d)
		defer cancel()
	}
	return run(ctx)
}

func okCancelAfter(parent, other context.Context) context.Context {
	ctx, cancel := context.WithCancel(parent)
	context.AfterFunc(other, cancel) // AfterFunc calls it
	return ctx
}

func okCancelInGoroutine(parent context.Context, run func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		defer cancel()
		run(ctx)
	}()
}

type server struct {
	cancel context.CancelFunc
	cmd    *exec.Cmd
}

func (s *server) stop() { s.cancel() }

func okStored(parent context.Context, run func(context.Context)) *server {
	ctx, cancel := context.WithCancel(parent)
	go run(ctx)
	return &server{cancel: cancel}
}

func badStoredThenFails(parent context.Context, run func(context.Context) error) (*server, error) {
	ctx, cancel := context.WithCancel(parent) // want `^cancel is not called when run fails `
	s := &server{cancel: cancel}
	if err := run(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

func okProcess(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "convert")
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Wait()
}

func okProcessInGoroutine(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "convert")
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _ = cmd.Wait() }()
	return nil
}

func okProcessDetached(ctx context.Context) error {
	cmd := exec.CommandContext(ctx, "daemon")
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Process.Release() // somebody else's child from now on
}

func (s *server) okProcessKept(ctx context.Context) error {
	s.cmd = exec.CommandContext(ctx, "daemon")
	return s.cmd.Start() // whoever has the server can wait
}

func okJoined(parent context.Context, a, b func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent)
	err := errors.Join(a(ctx), b(ctx))
	cancel()
	return err
}

// Without a timer and without a parent there is nothing to stop.
func okRootless(check func() error) (context.Context, context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(context.Background())
	if err := check(); err != nil {
		return nil, nil, err
	}
	return ctx, cancel, nil
}

func badTimer(check func() error) (context.Context, context.CancelFunc, error) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Hour) // want `^cancel is not `
	if err := check(); err != nil {
		return nil, nil, err
	}
	return ctx, cancel, nil
}
