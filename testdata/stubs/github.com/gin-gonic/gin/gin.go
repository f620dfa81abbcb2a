// Package gin is a stub for tests.
package gin

import "net/http"

type H map[string]any

type HandlerFunc func(*Context)

type Error struct{ Err error }

type Context struct {
	Request *http.Request

	err error
}

func (c *Context) JSON(code int, v any) {}

func (c *Context) Abort()                                        {}
func (c *Context) AbortWithError(code int, err error) *Error     { return &Error{err} }
func (c *Context) AbortWithStatus(code int)                      {}
func (c *Context) AbortWithStatusJSON(code int, v any)           {}
func (c *Context) Error(err error) *Error                        { return &Error{err} }
func (c *Context) Next()                                         {}
func (c *Context) Param(key string) string                       { return key }
func (c *Context) Redirect(code int, location string)            {}
func (c *Context) ShouldBindJSON(obj any) error                  { return c.err }
func (c *Context) Status(code int)                               {}
func (c *Context) String(code int, format string, values ...any) {}

type Accounts map[string]string

func BasicAuth(accounts Accounts) HandlerFunc { return nil }
