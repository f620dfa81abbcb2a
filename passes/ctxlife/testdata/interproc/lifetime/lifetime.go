// Package lifetime makes contexts of contexts.
package lifetime

import (
	"context"
	"time"
)

type tagKey struct{}

// Detach returns a context that does not end with ctx.
func Detach(ctx context.Context) context.Context { return context.WithoutCancel(ctx) }

// ForJob does so, too; only its body says so.
func ForJob(ctx context.Context) context.Context {
	return context.WithValue(context.WithoutCancel(ctx), tagKey{}, "job")
}

// DetachFor returns a context with an end of its own.
func DetachFor(ctx context.Context, d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), d)
}

// Tag returns a context that ends with ctx.
func Tag(ctx context.Context, tag string) context.Context {
	return context.WithValue(ctx, tagKey{}, tag)
}

// Short returns a context that ends with ctx, or earlier.
func Short(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, time.Second)
}
