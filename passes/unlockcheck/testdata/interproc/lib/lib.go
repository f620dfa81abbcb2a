// Package lib has a type with a lock of its own.
package lib

import "sync"

// A Counter is guarded by its lock.
type Counter struct {
	Mu sync.Mutex
	N  int
}

// Unlock releases the lock.
func (c *Counter) Unlock() { c.Mu.Unlock() }
