package basic

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
)

// A sink writes through one field and is closed through another.
type sink struct {
	w      io.Writer
	closer io.Closer
}

func (s *sink) Close() error { return s.closer.Close() }

func (s *sink) okTwoFields(addr string) error {
	conn, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	s.w, s.closer = conn, conn
	return nil
}

func refused(err error, code string) bool { return err != nil && err.Error() == code }

// What refused says of nil is no path.
func okPredicate(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil && errors.Is(err, os.ErrNotExist) || refused(err, "denied") {
		return nil, nil
	}
	return f, err
}

// skipping gives nothing and says so by a true result.
func skipping(name string) (f *os.File, skip bool, err error) {
	if name == "" {
		return nil, true, nil
	}
	f, err = os.Open(name)
	return f, false, err
}

func okSkip(names []string) (open []*os.File, err error) {
	for _, name := range names {
		f, skip, err := skipping(name)
		if err != nil {
			return nil, err
		}
		if skip {
			continue
		}
		open = append(open, f)
	}
	return open, nil
}

func badSkip(names []string) error {
	for _, name := range names {
		f, skip, err := skipping(name) // want `^f is never closed `
		if err != nil {
			return err
		}
		if skip {
			continue
		}
		if _, err := f.Stat(); err != nil {
			return err
		}
	}
	return nil
}

// An input keeps the file that it has made of itself.
type input interface {
	CacheInFile() (io.ReadCloser, error)
	Download() (io.ReadCloser, error)
	GetPart(n int) (page, error)
	GetPeer(name string) (host, error)
}

type page interface {
	io.ReadCloser
	Size() int64
}

type host interface {
	io.ReadWriteCloser
	Name() string
}

// What is got from a registry and written to stays there.
func okPeer(in input, name string) error {
	p, err := in.GetPeer(name)
	if err != nil {
		return err
	}
	_, err = p.Write([]byte("hello"))
	return err
}

func badPart(in input) ([]byte, error) {
	p, err := in.GetPart(1) // want `^p is never closed `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(p)
}

func okCached(in input) ([]byte, error) {
	f, err := in.CacheInFile()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func badDownload(in input) ([]byte, error) {
	f, err := in.Download() // want `^f is never closed `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

// A tree opens an entry as a file or as a pipe.
type tree interface {
	Open(name string) (*os.File, *io.PipeReader, error)
}

func okEither(t tree, name string) error {
	f, r, err := t.Open(name)
	if err != nil {
		return err
	}
	var c io.Closer = f
	if r != nil {
		c = r
	}
	return c.Close()
}

// A volume gives files that close it.
type volume interface {
	OpenOnly(name string) (io.ReadCloser, error)
	Close() error
}

type volumes interface {
	OpenVolume(name string) (volume, error)
}

func okOpenedThrough(vs volumes, name string) (io.ReadCloser, error) {
	v, err := vs.OpenVolume(name)
	if err != nil {
		return nil, err
	}
	return v.OpenOnly(name)
}

func badVolume(vs volumes, name string) error {
	_, err := vs.OpenVolume(name) // want `is never closed `
	return err
}

// What has failed is not sent.
func okGivenUp(data []byte, send func([]byte), fail func(error)) {
	var buf bytes.Buffer
	zw := gzip.NewWriter(&buf)
	if _, err := zw.Write(data); err != nil {
		fail(err)
		return
	}
	zw.Close()
	send(buf.Bytes())
}

func badCutOff(data []byte, send func([]byte)) {
	var buf bytes.Buffer
	zw := gzip.NewWriter(&buf) // want `^zw is never closed `
	zw.Write(data)
	send(buf.Bytes())
}

var logger *slog.Logger

// The logger writes to its file as long as the process lives.
func okLogger(name string) {
	out := os.Stderr
	if f, err := os.Create(name); err == nil {
		out = f
	}
	logger = slog.New(slog.NewTextHandler(out, nil))
}
