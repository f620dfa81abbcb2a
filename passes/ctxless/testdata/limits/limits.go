// Package limits holds known wrong answers.
package limits

import (
	"context"
	"net"
	"sync"
)

// An interface says nothing of its effects.
type store interface {
	Load(id int) error
	LoadContext(ctx context.Context, id int) error
}

func FN_interface(ctx context.Context, s store) error { return s.Load(1) }

// The context is the kill switch of the child process and cannot be cancelled
// while the lock is held; that it is meant for the child only is not seen.
func FP_killSwitch(mu *sync.Mutex, start func(context.Context)) error {
	mu.Lock()
	defer mu.Unlock()
	ctx, cancel := context.WithCancel(context.Background())
	start(ctx)
	c, err := net.Dial("tcp", "127.0.0.1:80") // want `^net.Dial ignores the context in scope`
	if err != nil {
		cancel()
		return err
	}
	return c.Close()
}
