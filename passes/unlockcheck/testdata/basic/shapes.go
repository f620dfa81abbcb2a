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
