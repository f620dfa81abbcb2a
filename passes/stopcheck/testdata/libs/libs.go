// Package libs has subscriptions, spans and watches of common libraries.
package libs

import (
	"context"

	"github.com/nats-io/nats.go"
	"go.opentelemetry.io/otel/trace"
	"k8s.io/apimachinery/pkg/watch"
)

func badSubscription(nc *nats.Conn, done <-chan struct{}) error {
	sub, err := nc.SubscribeSync("s") // want `^sub is never unsubscribed \(the server goes on sending to it, one more per call\)$`
	if err != nil {
		return err
	}
	if sub.IsValid() {
		<-done
	}
	return nil
}

func okSubscription(nc *nats.Conn, done <-chan struct{}) error {
	sub, err := nc.QueueSubscribe("s", "q", func(*nats.Msg) {})
	if err != nil {
		return err
	}
	<-done
	return sub.Drain() // unsubscribes it once it is empty
}

// The connection, which a variable of a literal is, ends its subscriptions.
func okOwnConnection(url string, retry func(func() error) error, done <-chan struct{}) error {
	var conn *nats.Conn
	if err := retry(func() (err error) {
		conn, err = nats.Connect(url)
		return err
	}); err != nil {
		return err
	}
	defer conn.Close()
	if _, err := conn.Subscribe("s", func(*nats.Msg) {}); err != nil {
		return err
	}
	<-done
	return nil
}

type broker struct{ nc *nats.Conn }

func (b *broker) okField() error {
	_, err := b.nc.Subscribe("s", func(*nats.Msg) {})
	return err
}

func (b *broker) Close() { b.nc.Close() }

type borrower struct{ nc *nats.Conn }

func (b *borrower) badField() error {
	_, err := b.nc.Subscribe("s", func(*nats.Msg) {}) // want `is never unsubscribed`
	return err
}

func badSpan(ctx context.Context, tr trace.Tracer, run func(context.Context) error) error {
	ctx, span := tr.Start(ctx, "op") // want `^span is not ended when run fails \(the span is never exported, so the trace has a hole where it failed\)$`
	if err := run(ctx); err != nil {
		return err
	}
	span.End()
	return nil
}

func okSpan(ctx context.Context, tr trace.Tracer, run func(context.Context) error) error {
	ctx, span := tr.Start(ctx, "op")
	defer span.End() // on every path
	return run(ctx)
}

// A pods is what the typed clients of Kubernetes look like.
type pods interface {
	Watch(ctx context.Context) (watch.Interface, error)
}

func badWatch(ctx context.Context, p pods) (any, error) {
	w, err := p.Watch(ctx) // want `^w is never stopped \(the API server goes on streaming to it\)$`
	if err != nil {
		return nil, err
	}
	e := <-w.ResultChan()
	return e.Object, nil
}

func okWatch(ctx context.Context, p pods) (any, error) {
	w, err := p.Watch(ctx)
	if err != nil {
		return nil, err
	}
	defer w.Stop() // on every path
	e := <-w.ResultChan()
	return e.Object, nil
}
