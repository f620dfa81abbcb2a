// Package trace is a stub for tests.
package trace

import "context"

type SpanStartOption interface{}

type SpanEndOption interface{}

type Span interface {
	End(options ...SpanEndOption)
	AddEvent(name string)
}

type Tracer interface {
	Start(ctx context.Context, spanName string, opts ...SpanStartOption) (context.Context, Span)
}
