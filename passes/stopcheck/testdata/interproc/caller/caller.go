// Package caller uses what package lib starts.
package caller

import (
	"context"

	"stopcheck.test/interproc/lib"
)

func badHelper(parent context.Context, run func(context.Context) error) error {
	ctx, cancel := lib.WithDeadline(parent) // want `^cancel is not called when run fails `
	if err := run(ctx); err != nil {
		return err
	}
	cancel()
	return nil
}

func okHelper(parent context.Context, run func(context.Context) error) error {
	ctx, cancel := lib.WithDeadline(parent)
	defer lib.Stop(cancel)
	return run(ctx)
}
