package gin

import "time"

func (c *Context) Copy() *Context { return &Context{Request: c.Request} }

// A context is a context.Context, too.
func (c *Context) Deadline() (deadline time.Time, ok bool) { return time.Time{}, false }
func (c *Context) Done() <-chan struct{}                   { return nil }
func (c *Context) Err() error                              { return nil }
func (c *Context) Value(key any) any                       { return nil }

func (c *Context) ClientIP() string { return "" }
