package basic

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

// A helper of tests.
func okTestHelper(t testing.TB, h http.Handler, path string) int {
	t.Helper()
	srv := httptest.NewServer(h)
	defer srv.Close()
	resp, err := http.Get(srv.URL + path)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	return resp.StatusCode
}
