package libs

import "errors"

// Iterator is a project's own iterator, with the usual protocol.
type Iterator struct {
	keys []string
	at   int
	err  error
}

func (it *Iterator) Next() bool {
	if it.at == len(it.keys) {
		it.err = errors.New("lost")
		return false
	}
	it.at++
	return true
}

func (it *Iterator) Key() string { return it.keys[it.at-1] }
func (it *Iterator) Err() error  { return it.err }

type store struct{ keys []string }

func (s *store) Iterate() *Iterator { return &Iterator{keys: s.keys} }

// Pages is an iterator behind an interface.
type Pages interface {
	Next() bool
	Page() []string
	Err() error
}

type client interface {
	List(prefix string) (Pages, error)
}

func badOwn(s *store) (keys []string, err error) {
	it := s.Iterate() // want `\.Err is not asked after the last `
	for it.Next() {
		keys = append(keys, it.Key())
	}
	return keys, nil
}

func badOwnInterface(c client) (all []string, err error) {
	pages, err := c.List("") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	for pages.Next() {
		all = append(all, pages.Page()...)
	}
	return all, nil
}

func badOwnDropped(s *store) (n int) {
	it := s.Iterate()
	for it.Next() {
		n++
	}
	_ = it.Err() // want `^the answer of `
	return n
}

func okOwn(s *store) (keys []string, err error) {
	it := s.Iterate()
	for it.Next() {
		keys = append(keys, it.Key())
	}
	return keys, it.Err()
}

func okOwnInterface(c client) (n int, err error) {
	pages, err := c.List("")
	if err != nil {
		return 0, err
	}
	for pages.Next() {
		n += len(pages.Page())
	}
	if err := pages.Err(); err != nil {
		return 0, err
	}
	return n, nil
}

type tokens struct{ left int }

func (t *tokens) Next() bool { t.left--; return t.left >= 0 }

func okOwnWithoutErr(n int) (seen int) {
	t := &tokens{left: n} // has no error to ask for
	for t.Next() {
		seen++
	}
	return seen
}

type reader struct{ left int }

func (r *reader) Next() (bool, error) { r.left--; return r.left >= 0, nil }
func (r *reader) Err() error          { return nil }

func okOwnNextHasError(r *reader) error {
	for {
		more, err := r.Next() // the error comes with the answer
		if err != nil || !more {
			return err
		}
	}
}
