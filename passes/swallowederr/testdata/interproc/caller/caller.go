// Package caller loses the errors of another package.
package caller

import "swallowederr.test/interproc/store"

func badSave(s *store.Store) {
	s.Save(1) // want `^the error of s.Save is dropped: if it fails, the write is lost and nobody is told$`
}

func badNil(s *store.Store) error {
	if err := s.Save(1); err != nil {
		return nil // want `^nil is returned when s.Save fails`
	}
	return nil
}

func okNever(s *store.Store) { s.Never() } // its error is always nil

func okSave(s *store.Store) error { return s.Save(1) }
