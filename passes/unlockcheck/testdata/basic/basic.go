// Package basic has the plain cases of locks.
package basic

import (
	"errors"
	"sync"
)

type store struct {
	mu    sync.Mutex
	rw    sync.RWMutex
	rows  map[string]string
	inner *store
}

func (s *store) badEarlyReturn(key string) (string, error) {
	s.mu.Lock() // want `^s.mu is not unlocked on the return under "!ok" \(every later caller waits for it for ever\)$`
	v, ok := s.rows[key]
	if !ok {
		return "", errors.New("not found")
	}
	s.mu.Unlock()
	return v, nil
}

func (s *store) badReadLock(key string) string {
	s.rw.RLock() // want `^s.rw is not unlocked on the return under "v == \\"\\"" \(the next writer waits for it for ever, and every reader behind that writer\)$`
	v := s.rows[key]
	if v == "" {
		return "default"
	}
	s.rw.RUnlock()
	return v
}

func (s *store) badWrongUnlock(key string) string {
	s.rw.RLock() // want `^s.rw is not unlocked on the return under "v == \\"\\"" `
	v := s.rows[key]
	if v == "" {
		s.rw.Unlock() // the write lock, which nobody holds
		return ""
	}
	s.rw.RUnlock()
	return v
}

func (s *store) okTry(key string) bool { // true says that the lock is held
	if !s.mu.TryLock() {
		return false
	}
	if s.rows[key] == "" {
		return true
	}
	s.mu.Unlock()
	return false
}

func (s *store) badTry(key string) string {
	if !s.mu.TryLock() { // want `^s.mu is not unlocked on the return under "v == \\"\\"" `
		return ""
	}
	v := s.rows[key] // locked from here on
	if v == "" {
		return "default"
	}
	s.mu.Unlock()
	return v
}

func (s *store) badInLoop(keys []string) int {
	for i, k := range keys {
		s.mu.Lock() // want `^s.mu is not unlocked `
		if s.rows[k] == "" {
			return i
		}
		s.mu.Unlock()
	}
	return -1
}

func (s *store) okDefer(key string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rows[key]
}

func (s *store) okBothPaths(key string) (string, error) {
	s.mu.Lock()
	v, ok := s.rows[key]
	if !ok {
		s.mu.Unlock()
		return "", errors.New("not found")
	}
	s.mu.Unlock()
	return v, nil
}

func (s *store) okDeferredClosure(key string) string {
	s.rw.RLock()
	defer func() {
		s.rw.RUnlock()
	}()
	if s.rows[key] == "" {
		return "default"
	}
	return s.rows[key]
}

func (s *store) lock() { s.mu.Lock() } // locks for its caller

func (s *store) unlock() { s.mu.Unlock() }

func (s *store) okHelper(key string) string {
	s.mu.Lock()
	if s.rows[key] == "" {
		s.unlock()
		return ""
	}
	s.mu.Unlock()
	return s.rows[key]
}

func (s *store) okReturnsUnlock(wait bool) func() {
	s.mu.Lock()
	if !wait {
		s.mu.Unlock()
		return func() {}
	}
	return s.mu.Unlock // the caller calls it
}

func (s *store) okFlag(key string) string {
	locked := false
	if s.inner != nil {
		s.inner.mu.Lock()
		locked = true
	}
	v := s.rows[key]
	if locked {
		s.inner.mu.Unlock()
	}
	return v
}

func (s *store) okReassigned(key string) string {
	if s == nil {
		s = new(store)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.rows[key]
}

func (s *store) okUnlockedAround(key string, slow func() string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if v, ok := s.rows[key]; ok {
		return v
	}
	s.mu.Unlock()
	v := slow()
	s.mu.Lock()
	s.rows[key] = v
	return v
}

func (s *store) okPanics(key string) string {
	s.mu.Lock()
	v, ok := s.rows[key]
	if !ok {
		panic("no row") // not a return
	}
	s.mu.Unlock()
	return v
}

func okShards(shards []store, i int, key string) string {
	sh := &shards[i]
	sh.mu.Lock()
	v := sh.rows[key]
	sh.mu.Unlock()
	return v
}

func okLocal(work []func()) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, f := range work {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			f()
		})
	}
	wg.Wait()
}

type embedded struct {
	sync.Mutex
	n int
}

func (e *embedded) badEmbedded() int {
	e.Lock() // want `^e is not unlocked on the return under "e.n == 0" `
	if e.n == 0 {
		return 0
	}
	e.Unlock()
	return e.n
}

func (e *embedded) okEmbedded() int {
	e.Lock()
	defer e.Unlock()
	return e.n
}

func okAll(stores []*store) int {
	for _, s := range stores {
		s.mu.Lock() // another one each time
	}
	defer func() {
		for _, s := range stores {
			s.mu.Unlock()
		}
	}()
	return len(stores)
}

func (s *store) okCleanupVariable(slow bool, check func() error) (func(), error) {
	s.mu.Lock()
	cleanup := func() { s.mu.Unlock() }
	if slow {
		if err := check(); err != nil {
			cleanup()
			return nil, err
		}
		cleanup = func() {
			println("slow")
			s.mu.Unlock()
		}
	}
	if err := check(); err != nil {
		cleanup()
		return nil, err
	}
	return cleanup, nil
}

// Locks taken hand over hand: the name means another one after each step.
func (s *store) okHandOverHand() int {
	at := s
	at.mu.Lock()
	n := 0
	for at.inner != nil {
		next := at.inner
		next.mu.Lock()
		n++
		at.mu.Unlock()
		at = next
	}
	at.mu.Unlock()
	return n
}

// A function that locks for its caller, whatever else it does with the lock.
func (s *store) okLockHelper(cond **sync.Cond) {
	s.mu.Lock()
	if *cond == nil {
		*cond = sync.NewCond(&s.mu)
	}
}
