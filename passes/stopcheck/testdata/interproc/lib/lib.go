// Package lib starts things for others.
package lib

import (
	"context"
	"time"
)

// WithDeadline returns a context and its cancel function, which the caller calls.
func WithDeadline(parent context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(parent, time.Minute)
}

// Stop calls cancel.
func Stop(cancel context.CancelFunc) { cancel() }
