package paths

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
)

func badLostAppend(name, line string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer f.Close() // want `what was written is lost`
	_, err = f.WriteString(line)
	return err
}

func badLostCopy(name string, r io.Reader) (n int64, err error) {
	f, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	defer func() {
		f.Close() // want `what was written is lost`
	}()
	return io.Copy(f, r)
}

func badLostEncode(name string, c config) error {
	f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	defer f.Close() // want `what was written is lost`
	return json.NewEncoder(f).Encode(c)
}

func badLostFlush(f *os.File, lines []string) error {
	w := bufio.NewWriter(f)
	for _, line := range lines {
		if _, err := w.WriteString(line); err != nil {
			return err
		}
	}
	w.Flush() // want `is dropped: if it fails`
	return nil
}

func badLostGzip(f *os.File, r io.Reader) error {
	zw := gzip.NewWriter(f)
	defer zw.Close() // want `is dropped: if it fails`
	_, err := io.Copy(zw, r)
	return err
}

func badLostZip(f *os.File, name string, data []byte) error {
	zw := zip.NewWriter(f)
	defer zw.Close() // want `is dropped: if it fails`
	w, err := zw.Create(name)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func okLostJoined(name string, data []byte) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.Write(data)
	return err
}

func okLostReturned(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func okLostTwice(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close() // for the early returns; the last line tells
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Close()
}

func okLostSynced(name string, data []byte) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.Sync()
}

func okLostReading(name string) (config, error) {
	var c config
	f, err := os.OpenFile(name, os.O_RDONLY, 0)
	if err != nil {
		return c, err
	}
	defer f.Close()
	return c, json.NewDecoder(f).Decode(&c)
}

func okLostTemp(data []byte, use func(name string) error) error {
	f, err := os.CreateTemp("", "upload")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return use(f.Name())
}

func okLostLockFile(name string, work func() error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer f.Close() // it stays empty
	return work()
}

func okLostFlush(f *os.File, line string) error {
	w := bufio.NewWriter(f)
	if _, err := w.WriteString(line); err != nil {
		return err
	}
	return w.Flush()
}

func okLostGzip(f *os.File, r io.Reader) (err error) {
	zw := gzip.NewWriter(f)
	defer func() {
		if cerr := zw.Close(); cerr != nil && err == nil {
			err = cerr
		}
	}()
	_, err = io.Copy(zw, r)
	return err
}

func okLostGunzip(r io.Reader) ([]byte, error) {
	zr, err := gzip.NewReader(r)
	if err != nil {
		return nil, err
	}
	defer zr.Close()
	return io.ReadAll(zr)
}
