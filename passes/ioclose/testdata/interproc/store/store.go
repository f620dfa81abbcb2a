// Package store has owners and wrappers that another package uses.
package store

import (
	"compress/gzip"
	"errors"
	"io"
	"os"
)

// A Log owns its file.
type Log struct {
	f *os.File
	n int
}

// Open returns a log that the caller owns.
func Open(name string) (*Log, error) {
	f, err := os.OpenFile(name, os.O_APPEND, 0)
	if err != nil {
		return nil, err
	}
	return &Log{f: f}, nil
}

// Must returns the log or panics.
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// Append writes.
func (l *Log) Append(p []byte) error {
	l.n++
	_, err := l.f.Write(p)
	return err
}

// Close closes the file.
func (l *Log) Close() error { return l.f.Close() }

// A Reader decompresses what it owns.
type Reader struct {
	*gzip.Reader
	src io.Reader
}

// NewReader wraps r, and owns it if it can be closed.
func NewReader(r io.Reader) (*Reader, error) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	return &Reader{zr, r}, nil
}

// Close closes the source too.
func (r *Reader) Close() error {
	err := r.Reader.Close()
	if c, ok := r.src.(io.Closer); ok {
		err = errors.Join(err, c.Close())
	}
	return err
}

// Count reads r and leaves it alone.
func Count(r io.Reader) (int64, error) { return io.Copy(io.Discard, r) }

// A Counter counts what it reads; it can close nothing.
type Counter struct {
	r io.Reader
	n int64
}

// NewCounter wraps r.
func NewCounter(r io.Reader) *Counter { return &Counter{r: r} }

// Read reads.
func (c *Counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// A Blob is a file in memory: its Close has nothing to do.
type Blob struct{ data []byte }

// Read reads.
func (b *Blob) Read(p []byte) (int, error) { return copy(p, b.data), io.EOF }

// Close does nothing.
func (b *Blob) Close() error { return nil }

// A FS gives out blobs.
type FS interface {
	Get(name string) (*Blob, error)
	Stream(name string) (Stream, error)
}

// A Stream must be closed, as far as anybody can tell.
type Stream interface {
	io.Reader
	io.Closer
}

// A Hook may look at what is read, and close it.
type Hook interface {
	After(r io.ReadCloser, err error)
}

// OpenHooked returns a file that the caller owns, whatever the hook saw.
func OpenHooked(name string, h Hook) (io.ReadCloser, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	h.After(f, err)
	return f, nil
}

// A Sink is something to write, to commit and to close.
type Sink interface {
	io.WriteCloser
	Commit() error
}

// A Sinks opens sinks.
type Sinks interface {
	Open(name string) (Sink, error)
}

// Fill writes and commits; it leaves the closing to its caller.
func Fill(s Sink, p []byte) error {
	if _, err := s.Write(p); err != nil {
		return err
	}
	return s.Commit()
}

type parser struct{ in io.Reader }

func setInput(p *parser, r io.Reader) { p.in = r }

// A Decoder reads, and closes nothing.
type Decoder struct{ p parser }

// NewDecoder returns a decoder over r.
func NewDecoder(r io.Reader) *Decoder {
	d := new(Decoder)
	setInput(&d.p, r)
	return d
}

// Decode reads one byte.
func (d *Decoder) Decode() (byte, error) {
	var b [1]byte
	_, err := d.p.in.Read(b[:])
	return b[0], err
}
