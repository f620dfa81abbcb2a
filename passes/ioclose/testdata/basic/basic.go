// Package basic has the plain cases of files, connections and writers.
package basic

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"net"
	"os"
	"runtime"
	"runtime/pprof"
)

func badDecoded(name string, v any) error {
	f, err := os.Open(name) // want `^f is never closed \(its file descriptor stays open until the process runs out of them\)$`
	if err != nil {
		return err
	}
	return json.NewDecoder(f).Decode(v)
}

func badScanned(name string) (n int, err error) {
	f, err := os.Open(name) // want `^f is never closed `
	if err != nil {
		return 0, err
	}
	for s := bufio.NewScanner(f); s.Scan(); {
		n++
	}
	return n, nil
}

func badSeek(name string) (*os.File, error) {
	f, err := os.Open(name) // want `^f is not closed when f.Seek fails `
	if err != nil {
		return nil, err
	}
	if _, err := f.Seek(8, io.SeekStart); err != nil {
		return nil, err
	}
	return f, nil
}

func badBlank(name string) error {
	_, err := os.Create(name) // want `^the result of os.Create is never closed `
	return err
}

func badSecondOpen(a, b string) (*os.File, *os.File, error) {
	in, err := os.Open(a) // want `^in is not closed when os.Create fails `
	if err != nil {
		return nil, nil, err
	}
	out, err := os.Create(b)
	if err != nil {
		return nil, nil, err
	}
	return in, out, nil
}

func badPipe() error {
	r, w, err := os.Pipe() // want `^w is never closed `
	if err != nil {
		return err
	}
	defer r.Close()
	_, err = w.WriteString("x")
	return err
}

// The deferred close took the first file; the second one reuses its variable.
func badReusedVariable(a, b string) error {
	f, err := os.Open(a)
	if err != nil {
		return err
	}
	defer f.Close()
	f, err = os.Open(b) // want `^f is never closed `
	if err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, f)
	return err
}

func badProfile(name string) error {
	f, err := os.Create(name) // want `^f is never closed `
	if err != nil {
		return err
	}
	return pprof.StartCPUProfile(f) // stopping the profile does not close the file
}

func badNopCloser(name string) (io.ReadCloser, error) {
	f, err := os.Open(name) // want `^f is never closed `
	if err != nil {
		return nil, err
	}
	return io.NopCloser(f), nil // its Close does nothing
}

func badDial(addr string) (string, error) {
	conn, err := net.Dial("tcp", addr) // want `^conn is never closed `
	if err != nil {
		return "", err
	}
	return bufio.NewReader(conn).ReadString('\n')
}

func badAccept(l net.Listener) error {
	for {
		conn, err := l.Accept() // want `^conn is not closed before the loop acquires the next one `
		if err != nil {
			return err
		}
		if _, err := conn.Write([]byte("hello")); err != nil {
			continue
		}
		conn.Close()
	}
}

// Mostly the files of an fs.FS are embedded: a note.
func okFS(fsys fs.FS, name string) (int64, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return 0, err
	}
	st, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return st.Size(), nil
}

func badGzip(w io.Writer, data []byte) error {
	zw := gzip.NewWriter(w) // want `^zw is never closed \(the end of the stream is never written, so whoever reads it sees it cut off\)$`
	_, err := zw.Write(data)
	return err
}

func badZipEntry(f *zip.File, w io.Writer) error {
	r, err := f.Open() // want `^r is not closed when io.Copy fails `
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, r); err != nil {
		return err
	}
	return r.Close()
}

// A source is somebody else's interface; a reader that must be closed is owned
// by whoever asked for it.
type source interface {
	Open(name string) (io.ReadCloser, error)
}

func badInterface(s source, name string) ([]byte, error) {
	r, err := s.Open(name) // want `^r is never closed `
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

func okDefer(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

func okClosedInCondition(name string) bool {
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	if err := f.Close(); err != nil {
		return false
	}
	return true
}

func okClosedOnError(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	if _, err := f.Seek(8, io.SeekStart); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}

func okNamedResult(name string) (f *os.File, err error) {
	f, err = os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			f.Close() // and on success the caller owns it
		}
	}()
	_, err = f.Seek(8, io.SeekStart)
	return f, err
}

// A stream cut off by an error is thrown away anyway.
func okGzipFailed(w io.Writer, data []byte) error {
	zw := gzip.NewWriter(w)
	if _, err := zw.Write(data); err != nil {
		return err
	}
	return zw.Close()
}

// The reader of gzip holds nothing; the file below it is what counts.
func okGzipReader(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(zr)
}

func okServed(addr string, serve func(net.Listener) error) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	return serve(l) // takes a type that it can close
}

func okAccept(l net.Listener, handle func(net.Conn)) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go handle(conn) // the goroutine owns it
	}
}

func okList(names []string) (files []*os.File, err error) {
	defer func() {
		if err != nil {
			for _, f := range files {
				f.Close()
			}
		}
	}()
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return files, err
		}
		files = append(files, f) // the list owns it
	}
	return files, nil
}

func okCleanup(name string) (read func() ([]byte, error), cleanup func() error, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	return func() ([]byte, error) { return io.ReadAll(f) }, f.Close, nil // the caller calls it
}

func okFinalizer(name string) (*os.File, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	runtime.SetFinalizer(f, (*os.File).Close)
	return f, nil
}

func okLookup(m map[string]*os.File, name string) error {
	f, ok := m[name] // a getter lends
	if !ok {
		return errors.New("not open")
	}
	_, err := f.WriteString("x")
	return err
}

func okReset(parts [][]byte, out chan<- []byte, stop <-chan struct{}) error {
	zw := gzip.NewWriter(io.Discard)
	for _, p := range parts {
		select {
		case <-stop:
			return nil // between two uses there is nothing to end
		default:
		}
		var buf bytes.Buffer
		zw.Reset(&buf)
		if _, err := zw.Write(p); err != nil {
			return err
		}
		if err := zw.Close(); err != nil {
			return err
		}
		out <- buf.Bytes()
	}
	return nil
}

func badWritten(name string, data []byte) (err error) {
	f, err := os.Create(name) // want `^f is never closed `
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

// There is a file only with true.
func stored(name string) (*os.File, bool, error) {
	f, err := os.Open(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	return f, true, nil
}

func okCommaOk(name string) error {
	f, ok, err := stored(name)
	if err != nil || !ok {
		return err
	}
	defer f.Close()
	_, err = io.ReadAll(f)
	return err
}

func badCommaOk(name string) error {
	f, ok, err := stored(name) // want `^f is `
	if err != nil {
		return err
	}
	if ok {
		_, err = io.ReadAll(f)
	}
	return err
}

var logged io.Writer

// The file is what the process logs to.
func okInstalled(name string) error {
	f, err := os.OpenFile(name, os.O_APPEND, 0o644)
	if err != nil {
		return err
	}
	logged = io.MultiWriter(os.Stdout, f)
	return nil
}

func badCopied(name string, r io.Reader) error {
	f, err := os.Create(name) // want `^f is never closed `
	if err != nil {
		return err
	}
	_, err = io.Copy(io.MultiWriter(os.Stdout, f), r)
	return err
}

// Only a dead connection refuses to be kept alive.
func okKeepAlive(l *net.TCPListener) (net.Conn, error) {
	c, err := l.AcceptTCP()
	if err != nil {
		return nil, err
	}
	if err := c.SetKeepAlive(true); err != nil {
		return nil, err
	}
	return c, nil
}

func badGreeting(l *net.TCPListener) (net.Conn, error) {
	c, err := l.AcceptTCP() // want `^c is not closed when c.Write fails `
	if err != nil {
		return nil, err
	}
	if _, err := c.Write([]byte("hello")); err != nil {
		return nil, err
	}
	return c, nil
}
