// Package libs has the semaphore of golang.org/x/sync.
package libs

import (
	"context"

	"golang.org/x/sync/semaphore"
)

func badAcquire(ctx context.Context, sem *semaphore.Weighted, run func() error) error {
	if err := sem.Acquire(ctx, 1); err != nil { // want `^sem is not released when run fails \(its weight is lost, and once all is lost every caller waits for ever\)$`
		return err
	}
	if err := run(); err != nil {
		return err
	}
	sem.Release(1)
	return nil
}

func badTryAcquire(sem *semaphore.Weighted, run func() error) error {
	if !sem.TryAcquire(1) { // want `^sem is not released when run fails `
		return nil
	}
	if err := run(); err != nil {
		return err
	}
	sem.Release(1)
	return nil
}

func okAcquire(ctx context.Context, sem *semaphore.Weighted, run func() error) error {
	if err := sem.Acquire(ctx, 1); err != nil {
		return err
	}
	defer sem.Release(1) // on every path
	return run()
}

func okTryAcquire(sem *semaphore.Weighted, run func()) bool {
	if !sem.TryAcquire(1) {
		return false // nothing was acquired
	}
	run()
	sem.Release(1)
	return true
}
