// Package clients makes clients for others.
package clients

import "net/http"

// New makes a client without limit; who uses it may set one.
func New() *http.Client { return &http.Client{} }
