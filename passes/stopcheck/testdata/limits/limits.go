// Package limits has known wrong answers, each with its reason.
package limits

import (
	"context"
	"time"
)

// A timer ends by itself when it fires, so none is reported, however long its
// duration.
func FN_longTimer(done <-chan struct{}) {
	t := time.NewTimer(24 * time.Hour)
	select {
	case <-t.C:
	case <-done:
	}
}

// An assertion with ok that cannot fail is followed on both ways.
func FP_throughInterface(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent) // want `^cancel is not called`
	var f any = func() { cancel() }
	if g, ok := f.(func()); ok {
		defer g()
	}
	return ctx.Err()
}
