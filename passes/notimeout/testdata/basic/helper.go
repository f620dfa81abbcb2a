package basic

import (
	"net/http"
	"testing"
)

// What takes a test runs in one.
func okHelper(t *testing.T, url string) {
	if _, err := http.Get(url); err != nil {
		t.Fatal(err)
	}
}
