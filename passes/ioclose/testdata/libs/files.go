package libs

import (
	"io"

	"github.com/fsnotify/fsnotify"
	"github.com/klauspost/compress/zstd"
	"github.com/xuri/excelize/v2"
)

// A note: where the caller starts up, the program ends with the error.
func noteWatcher(dir string) (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(dir); err != nil {
		return nil, err
	}
	return w, nil
}

func okWatcher(dir string) error {
	w, err := fsnotify.NewBufferedWatcher(8)
	if err != nil {
		return err
	}
	defer w.Close() // on every path
	return w.Add(dir)
}

func badZstdDecoder(r io.Reader) ([]byte, error) {
	d, err := zstd.NewReader(r) // want `^d is never closed \(its goroutines and buffers stay, one set more per call\)$`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(d)
}

func okZstdDecoder(r io.Reader) ([]byte, error) {
	d, err := zstd.NewReader(r)
	if err != nil {
		return nil, err
	}
	defer d.Close() // on every path
	return io.ReadAll(d)
}

func badZstdEncoder(w io.Writer, data []byte) error {
	e, err := zstd.NewWriter(w) // want `^e is never closed \(the end of the stream is never written, so whoever reads it sees it cut off\)$`
	if err != nil {
		return err
	}
	_, err = e.Write(data)
	return err
}

func okZstdEncoder(w io.Writer, data []byte) error {
	e, err := zstd.NewWriter(w)
	if err != nil {
		return err
	}
	if _, err := e.Write(data); err != nil {
		return err // a stream cut off by an error is thrown away anyway
	}
	return e.Close()
}

func badWorkbook(name string) ([][]string, error) {
	f, err := excelize.OpenFile(name) // want `^f is never closed \(its temporary files stay on disk\)$`
	if err != nil {
		return nil, err
	}
	return f.GetRows("1")
}

func okWorkbook(r io.Reader) ([][]string, error) {
	f, err := excelize.OpenReader(r)
	if err != nil {
		return nil, err
	}
	defer f.Close() // on every path
	return f.GetRows("1")
}
