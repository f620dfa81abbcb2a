// Package echo is a stub for tests.
package echo

import "net/http"

type Context interface {
	Request() *http.Request
	JSON(code int, v any) error
}
