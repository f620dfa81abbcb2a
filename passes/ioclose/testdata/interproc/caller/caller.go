// Package caller uses the owners and wrappers of package store.
package caller

import (
	"io"
	"os"

	"ioclose.test/interproc/store"
)

func badOwner(name string) error {
	l, err := store.Open(name) // want `^l is never closed \(it holds a file: `
	if err != nil {
		return err
	}
	return l.Append([]byte("x"))
}

func badReaderTaken(name string) (int64, error) {
	f, err := os.Open(name) // want `^f is never closed `
	if err != nil {
		return 0, err
	}
	return store.Count(f)
}

func badCounter(name string) ([]byte, error) {
	f, err := os.Open(name) // want `^f is never closed `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(store.NewCounter(f))
}

func badWrapFails(name string) (*store.Reader, error) {
	f, err := os.Open(name) // want `^f is not closed when store.NewReader fails `
	if err != nil {
		return nil, err
	}
	r, err := store.NewReader(f)
	if err != nil {
		return nil, err
	}
	return r, nil
}

func badWrapped(name string) ([]byte, error) {
	f, err := os.Open(name) // want `^f is not closed `
	if err != nil {
		return nil, err
	}
	r, err := store.NewReader(f)
	if err != nil {
		f.Close()
		return nil, err
	}
	return io.ReadAll(r)
}

func okWrapped(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	r, err := store.NewReader(f)
	if err != nil {
		f.Close()
		return nil, err
	}
	defer r.Close() // closes the file below it
	return io.ReadAll(r)
}

func okOwner(name string) error {
	l, err := store.Open(name)
	if err != nil {
		return err
	}
	defer l.Close()
	return l.Append([]byte("x"))
}

func okMust(name string) *store.Log {
	return store.Must(store.Open(name)) // the caller owns it
}

func okBlob(fs store.FS, name string) (int, error) {
	b, err := fs.Get(name) // its type holds nothing
	if err != nil {
		return 0, err
	}
	return b.Read(make([]byte, 8))
}

func badStream(fs store.FS, name string) (int, error) {
	s, err := fs.Stream(name) // want `^s is never closed `
	if err != nil {
		return 0, err
	}
	return s.Read(make([]byte, 8))
}

func badHooked(name string, h store.Hook) ([]byte, error) {
	f, err := store.OpenHooked(name, h) // want `^f is never closed `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func okHook(name string, h store.Hook) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	h.After(f, nil) // may close it
	return nil
}

func badSink(s store.Sinks, name string, p []byte) error {
	sink, err := s.Open(name) // want `^sink is not closed when store.Fill fails `
	if err != nil {
		return err
	}
	if err := store.Fill(sink, p); err != nil {
		return err
	}
	return sink.Close()
}

type option func(*reader)

type reader struct{ s store.Stream }

func (r *reader) shutdown() { r.s.Close() }

func with(s store.Stream) option { return func(r *reader) { r.s = s } }

func okOption(fs store.FS, name string) (option, error) {
	s, err := fs.Stream(name)
	if err != nil {
		return nil, err
	}
	return with(s), nil // the option carries it
}

func badDecoder(name string) (byte, error) {
	f, err := os.Open(name) // want `^f is never closed `
	if err != nil {
		return 0, err
	}
	return store.NewDecoder(f).Decode()
}
