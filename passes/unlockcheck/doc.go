// Package unlockcheck reports locks that some path leaves held.
//
// # Analyzer unlockcheck
//
// unlockcheck: report locks and semaphores held at a return
//
// It reports mutexes, read locks and weighted semaphores that a function takes
// and releases on some paths only, so that it returns with the lock held on
// another one.
//
// One user never takes the path and the lock at once. In production the first
// request that takes it leaves the lock held, and every later one waits for ever.
//
// For example, the early return keeps the lock:
//
//	type store struct {
//		mu   sync.Mutex
//		rows map[string]string
//	}
//
//	func (s *store) get(key string) (string, bool) {
//		s.mu.Lock()
//		v, ok := s.rows[key]
//		if !ok {
//			return "", false
//		}
//		s.mu.Unlock()
//		return v, true
//	}
//
// Instead:
//
//	type store struct {
//		mu   sync.Mutex
//		rows map[string]string
//	}
//
//	func (s *store) get(key string) (string, bool) {
//		s.mu.Lock()
//		defer s.mu.Unlock()
//		v, ok := s.rows[key]
//		return v, ok
//	}
//
// Limits: a function that never releases the lock is taken for one that locks
// for its caller. It is silent where a callee or a closure may unlock.
package unlockcheck
