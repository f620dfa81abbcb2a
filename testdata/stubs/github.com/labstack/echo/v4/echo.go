// Package echo is a stub for tests.
package echo

import "net/http"

type Context interface {
	Request() *http.Request
	JSON(code int, v any) error

	Bind(v any) error
	Error(err error)
	NoContent(code int) error
	Param(name string) string
	Redirect(code int, url string) error
	String(code int, s string) error
}

type HandlerFunc func(c Context) error

type HTTPError struct {
	Code    int
	Message any
}

func NewHTTPError(code int, message ...any) *HTTPError {
	return &HTTPError{Code: code, Message: message}
}

func (e *HTTPError) Error() string { return http.StatusText(e.Code) }
