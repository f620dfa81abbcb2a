// Package limits has known wrong answers, each with its reason.
package limits

import "sync"

type queue struct {
	mu sync.Mutex
	n  int
}

// A function that only locks could do so for its caller.
func (q *queue) FN_neverUnlocked() {
	q.mu.Lock()
	q.n++
}
