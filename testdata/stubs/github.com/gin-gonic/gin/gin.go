// Package gin is a stub for tests.
package gin

import "net/http"

type Context struct {
	Request *http.Request
}

func (c *Context) JSON(code int, v any) {}
