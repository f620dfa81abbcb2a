package basic

import (
	"net/http"
	"testing"
)

// A file that asks whether a test is running is no test.
func badAsks(url string) {
	if testing.Testing() {
		return
	}
	http.Get(url) // want `^http.Get has no time limit`
}
