// Package limits has known wrong answers, each with its reason.
package limits

import "net/http"

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
