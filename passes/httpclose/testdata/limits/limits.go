// Package limits has known wrong answers, each with its reason.
package limits

import (
	"bytes"
	"io"
	"net/http"
)

var last *http.Response

// A package-level variable may be closed by anybody, at any time.
func FN_global(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	last = resp
	return nil
}

// A body that is replaced while it is open is lost, but the response that holds
// it is handed over.
func FN_replacedOpen(url string) (*http.Response, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		resp.Body.Close()
		return nil, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(raw))
	return resp, nil
}
