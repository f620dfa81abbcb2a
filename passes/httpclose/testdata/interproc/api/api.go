// Package api has helpers that callers in another package rely on.
package api

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Get returns a response that the caller owns.
func Get(url string) (*http.Response, error) {
	return http.Get(url)
}

// Open returns the body alone.
func Open(url string) (io.ReadCloser, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return resp.Body, nil
}

// Decode reads and closes.
func Decode(resp *http.Response, v any) error {
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(v)
}

// Check only looks.
func Check(resp *http.Response) error {
	if resp.StatusCode >= 400 {
		return errors.New(resp.Status)
	}
	return nil
}

// CloseQuietly takes any closer.
func CloseQuietly(c io.Closer) {
	if c != nil {
		_ = c.Close()
	}
}

// A Stream owns the body that it reads from.
type Stream struct {
	body io.ReadCloser
	n    int64
}

// NewStream returns a stream that the caller owns.
func NewStream(url string) (*Stream, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &Stream{body: resp.Body}, nil
}

// Read reads.
func (s *Stream) Read(p []byte) (int, error) {
	n, err := s.body.Read(p)
	s.n += int64(n)
	return n, err
}

// Close closes the body.
func (s *Stream) Close() error { return s.body.Close() }

// A Result has its body in a field that callers close themselves.
type Result struct {
	Body io.ReadCloser
	Size int64
}

// Fetch returns a result whose body the caller owns.
func Fetch(url string) (*Result, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	return &Result{Body: resp.Body, Size: resp.ContentLength}, nil
}

// Retry calls f until it succeeds.
func Retry[T any](n int, f func() (T, error)) (v T, err error) {
	for range n {
		if v, err = f(); err == nil {
			return v, nil
		}
	}
	return v, err
}

// Send returns the body, or none if there is no content.
func Send(c *http.Client, req *http.Request) (io.ReadCloser, error) {
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	switch resp.StatusCode {
	case http.StatusNoContent:
		resp.Body.Close()
		return nil, nil
	case http.StatusNotFound:
		defer resp.Body.Close()
		return nil, errors.New("not found")
	}
	return resp.Body, nil
}
