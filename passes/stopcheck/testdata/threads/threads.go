// Package threads has shapes from reports against other linters, with the right verdict.
package threads

import (
	"context"
	"errors"
	"io"
	"log"
	"time"

	"go.opentelemetry.io/otel/trace"
)

// gosec issue 1590: a goroutine calls the function.
func okInGoroutine(parent context.Context, done <-chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		<-done
		cancel()
	}()
	return ctx
}

type owner struct {
	ctx    context.Context
	cancel func()
}

// gosec issue 1591: the function leaves in a field of the result.
func okInResult(parent context.Context) owner {
	ctx, cancel := context.WithCancel(parent)
	o := owner{ctx: ctx, cancel: cancel}
	return o
}

// gosec issue 1591: the caller calls the field.
func okFieldCalled(parent context.Context) error {
	o := okInResult(parent)
	defer o.cancel()
	return o.ctx.Err()
}

// gosec issue 1595: a deferred closure calls the field of a local struct.
func okFieldInClosure(parent context.Context) error {
	var o owner
	ctx, cancel := context.WithCancel(parent)
	o.cancel = cancel
	defer func() { o.cancel() }()
	return ctx.Err()
}

type environment struct{ Shutdown func() }

func open(parent context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancel(parent)
	return ctx, cancel
}

// gosec issue 1584: the function is a link of a chain that ends the environment.
func okShutdownChain(parent context.Context, db io.Closer) *environment {
	_, cancel := open(parent)
	env := &environment{Shutdown: func() {}}
	next := env.Shutdown
	env.Shutdown = func() {
		cancel()
		_ = db.Close()
		next()
	}
	return env
}

// gosec issue 1584: the caller of the helper that returned it loses it.
func badLostByCaller(parent context.Context, ping func(context.Context) error) (func(), error) {
	ctx, cancel := open(parent) // want `^cancel is `
	if err := ping(ctx); err != nil {
		return nil, err
	}
	return cancel, nil
}

var (
	mainCtx context.Context
	stopAll context.CancelFunc
)

// gosec issue 1601, golang/go issue 31856: package variables get both, a signal handler calls it.
func okGlobal(parent context.Context) { mainCtx, stopAll = context.WithCancel(parent) }

func onSignal() { stopAll() }

// gosec issue 1668: a slice of functions, each of which a deferred loop calls.
func okInSlice(parent context.Context, run func(context.Context) error) error {
	var stops []func()
	defer func() {
		for _, f := range stops {
			f()
		}
	}()
	ctx, cancel := context.WithTimeout(parent, time.Second)
	stops = append(stops, cancel)
	return run(ctx)
}

// gosec issue 1637: the goroutine that runs the job calls its field at the end.
func okJob(parent context.Context, run func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	job := &owner{ctx: ctx, cancel: cancel}
	go func(j *owner) {
		defer func() { _ = recover() }()
		defer j.cancel()
		run(j.ctx)
	}(job)
}

// keep-core pull request 3875 (gosec): a goroutine calls it, and so may the caller.
func okBoth(parent context.Context, block <-chan int) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(parent)
	go func() {
		defer cancel()
		select {
		case <-ctx.Done():
		case <-block:
		}
	}()
	return ctx, cancel
}

// keep-core pull request 3875 (gosec): the retry goes round without the call.
func badRetry(parent context.Context, try func(context.Context) error) error {
	for range 3 {
		ctx, cancel := context.WithTimeout(parent, time.Second) // want `^cancel is `
		if err := try(ctx); err != nil {
			continue
		}
		cancel()
		return nil
	}
	return errors.New("gave up")
}

// cadence pull request 986: each round calls its own, without a defer.
func okEachRound(parent context.Context, try func(context.Context) error) error {
	for range 3 {
		ctx, cancel := context.WithTimeout(parent, time.Second)
		err := try(ctx)
		cancel()
		if err == nil {
			return nil
		}
	}
	return errors.New("gave up")
}

// goyek pull request 572 (gosec): both results go straight into fields of the result.
func (o *owner) okIntoFields(parent context.Context) *owner {
	c := *o
	c.ctx, c.cancel = context.WithCancel(parent)
	return &c
}

// flyctl pull request 1155 (lostcancel): a return of the loop does not call it.
func badReturnOfLoop(parent context.Context, stop <-chan struct{}, ping func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent) // want `^cancel is `
	for {
		select {
		case <-stop:
			cancel()
			return nil
		default:
		}
		if err := ping(ctx); err != nil {
			return err
		}
	}
}

// kubernetes issue 109229 (lostcancel): a goroutine returns before its defer.
func badDeferTooLate(parent context.Context, find func(context.Context) (string, error)) {
	go func() {
		ctx, cancel := context.WithCancel(parent) // want `^cancel is `
		name, err := find(ctx)
		if err != nil {
			return
		}
		defer cancel()
		log.Print(name)
	}()
}

// golang/go issue 58850 (lostcancel): the variable is set again after its function was called.
func okSetAgain(parent context.Context, work <-chan func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	defer func() { cancel() }()
	for f := range work {
		cancel()
		ctx, cancel = context.WithCancel(parent)
		f(ctx)
	}
}

// golang/go issue 58850 (lostcancel): the variable is set again, and the first function is lost.
func badSetAgain(parent context.Context, f func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent) // want `^cancel is `
	defer func() { cancel() }()
	if f(ctx) != nil {
		ctx, cancel = context.WithTimeout(parent, time.Second)
	}
	return f(ctx)
}

// perplexity-go pull request 134 (gosec): the helper returns a function that does nothing if there is none.
func limit(parent context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	if d <= 0 {
		return parent, func() {}
	}
	return context.WithTimeout(parent, d)
}

// perplexity-go pull request 134 (gosec): its caller calls it.
func okLimit(parent context.Context, d time.Duration) error {
	ctx, cancel := limit(parent, d)
	defer cancel()
	return ctx.Err()
}

// gosec sample (condition): one of two functions is called, whichever there is.
func okEither(parent context.Context, short bool) error {
	var ctx context.Context
	var cancel context.CancelFunc
	if short {
		ctx, cancel = context.WithTimeout(parent, time.Second)
	} else {
		ctx, cancel = context.WithCancel(parent)
	}
	defer cancel()
	return ctx.Err()
}

// kuma pull request 15793 (gosec): a start that fails does not reach the goroutine that would call it.
func badStartFails(parent context.Context, listen func(context.Context) error, stop <-chan struct{}) error {
	ctx, cancel := context.WithCancel(parent) // want `^cancel is `
	if err := listen(ctx); err != nil {
		return err
	}
	go func() {
		<-stop
		cancel()
	}()
	return nil
}

// spancheck issue 12: a deferred literal ends the span.
func okSpanInLiteral(ctx context.Context, tr trace.Tracer) {
	_, span := tr.Start(ctx, "a")
	defer func() {
		if r := recover(); r != nil {
			span.AddEvent("panic")
		}
		span.End()
	}()
}

// spancheck issue 24: the literal first looks at the error, and ends the span in any case.
func okSpanAfterCondition(ctx context.Context, tr trace.Tracer, run func(context.Context) error) (err error) {
	ctx, span := tr.Start(ctx, "a")
	defer func() {
		if err != nil {
			span.AddEvent(err.Error())
		}
		span.End()
	}()
	return run(ctx)
}

// spancheck issue 25: a return outside the block of the span is not its business.
func okSpanInBlock(ctx context.Context, tr trace.Tracer, deep bool) error {
	if deep {
		_, span := tr.Start(ctx, "a")
		span.End()
	}
	return errors.New("other")
}

func startSpan(ctx context.Context, tr trace.Tracer) (context.Context, trace.Span) {
	return tr.Start(ctx, "a")
}

// spancheck issue 33: the span of a wrapper, ended by its caller.
func okWrappedStart(ctx context.Context, tr trace.Tracer) error {
	ctx, span := startSpan(ctx, tr)
	defer span.End()
	return ctx.Err()
}

// spancheck issue 33: the span of a wrapper, ended by nobody.
func badWrappedStart(ctx context.Context, tr trace.Tracer) error {
	ctx, span := startSpan(ctx, tr) // want `^span is `
	span.AddEvent("started")
	return ctx.Err()
}

// spancheck test: a literal in a deferred literal ends the span.
func okNestedDefer(ctx context.Context, tr trace.Tracer) {
	_, span := tr.Start(ctx, "a")
	defer func() {
		defer func() { span.End() }()
	}()
}

// spancheck test: each span has its own defer, which took its receiver when it was made.
func okSpanOverwritten(ctx context.Context, tr trace.Tracer) {
	ctx, span := tr.Start(ctx, "a")
	defer span.End()
	_, span = tr.Start(ctx, "b")
	defer span.End()
}

type tracedConn struct {
	io.ReadWriteCloser
	span trace.Span
}

func (c *tracedConn) Close() error {
	c.span.End()
	return c.ReadWriteCloser.Close()
}

// fabric-smart-client pull request 1778 (spancheck): the Close of a wrapper ends the span.
func okSpanInWrapper(ctx context.Context, tr trace.Tracer, conn io.ReadWriteCloser) *tracedConn {
	_, span := tr.Start(ctx, "connection")
	return &tracedConn{conn, span}
}

// fabric-smart-client pull request 1778 (spancheck): the wrapper is not made when the dial fails.
func badSpanDialFails(ctx context.Context, tr trace.Tracer, dial func(context.Context) (io.ReadWriteCloser, error)) (*tracedConn, error) {
	ctx, span := tr.Start(ctx, "connection") // want `^span is `
	conn, err := dial(ctx)
	if err != nil {
		return nil, err
	}
	return &tracedConn{conn, span}, nil
}

// evergreen pull request 8605 (spancheck): an error branch returns before the end of the span.
func badSpanErrorBranch(ctx context.Context, tr trace.Tracer, start func(context.Context) error) error {
	ctx, span := tr.Start(ctx, "service") // want `^span is `
	if err := start(ctx); err != nil {
		return err
	}
	span.End()
	return nil
}

// spancheck pull request 31: the literal ends the span of a failure only.
func badSpanOnlyOnError(ctx context.Context, tr trace.Tracer, run func(context.Context) error) (err error) {
	ctx, span := tr.Start(ctx, "a") // want `^span is `
	defer func() {
		if err != nil {
			span.AddEvent(err.Error())
			span.End()
		}
	}()
	return run(ctx)
}

func endWith(span trace.Span, err *error) {
	if *err != nil {
		span.AddEvent((*err).Error())
	}
	span.End()
}

// spancheck issue 45: a helper ends the span.
func okEndedByHelper(ctx context.Context, tr trace.Tracer, run func(context.Context) error) (err error) {
	ctx, span := tr.Start(ctx, "a")
	defer endWith(span, &err)
	return run(ctx)
}

// spancheck test: the second span takes the variable of the first.
func badSpanOverwritten(ctx context.Context, tr trace.Tracer) {
	ctx, span := tr.Start(ctx, "a") // want `^span is `
	_, span = tr.Start(ctx, "b")
	defer span.End()
}

// gosec sample (interface): the function leaves as a value of another type and is called.
func okThroughInterface(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	var f any = func() { cancel() }
	if g, ok := f.(func()); ok {
		defer g()
	}
	return ctx.Err()
}
