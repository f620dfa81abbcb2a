// Package fiber is a stub for tests.
package fiber

import (
	"context"
	"net/http"
)

const (
	StatusOK                  = 200
	StatusCreated             = 201
	StatusBadRequest          = 400
	StatusInternalServerError = 500
)

var ErrInternalServerError = NewError(StatusInternalServerError)

type Map map[string]any

type Handler = func(*Ctx) error

type Error struct {
	Code    int
	Message string
}

func NewError(code int, message ...string) *Error { return &Error{Code: code} }

func (e *Error) Error() string { return http.StatusText(e.Code) }

type Ctx struct {
	ctx context.Context
	err error
}

func (c *Ctx) UserContext() context.Context { return c.ctx }

func (c *Ctx) SendStatus(status int) error { return nil }

func (c *Ctx) BodyParser(out any) error                     { return c.err }
func (c *Ctx) JSON(v any) error                             { return c.err }
func (c *Ctx) Params(key string, fallback ...string) string { return key }
func (c *Ctx) Redirect(location string, code ...int) error  { return nil }
func (c *Ctx) SendString(body string) error                 { return nil }
func (c *Ctx) Status(code int) *Ctx                         { return c }
