package basic

func (s *store) okTryNamed(work func() int) (n int, ok bool) {
	if ok = s.mu.TryLock(); !ok {
		return 0, false
	}
	defer s.mu.Unlock()
	n = work()
	return n, ok
}

// The same condition twice: what happens between does not change it.
func (s *store) okSameCondition(commit func()) {
	if len(s.rows) != 0 {
		s.mu.Lock()
		s.inner = nil
	}
	commit()
	if len(s.rows) != 0 {
		s.mu.Unlock()
	}
}

func (s *store) badOtherCondition(commit func()) {
	if len(s.rows) != 0 {
		s.mu.Lock() // want `^s.mu is not unlocked `
		s.inner = nil
	}
	commit()
	if s.inner != nil {
		s.mu.Unlock()
	}
}

// The deferred unlock is for whoever holds the lock in the end.
func (s *store) okLetGo(full <-chan struct{}, next func() bool) bool {
	s.rw.RLock()
	defer s.rw.RUnlock()
	for next() {
		if len(s.rows) > 0 {
			return true
		}
		s.rw.RUnlock()
		<-full
		s.rw.RLock()
	}
	return false
}

func (s *store) badLetGo(full <-chan struct{}, next func() bool) bool {
	s.rw.RLock() // want `^s.rw is not unlocked `
	for next() {
		if len(s.rows) > 0 {
			s.rw.RUnlock()
			return true
		}
		s.rw.RUnlock()
		<-full
		s.rw.RLock() // want `^s.rw is not unlocked `
	}
	return false
}
