// Package fiber is a stub for tests.
package fiber

import "context"

type Ctx struct{ ctx context.Context }

func (c *Ctx) UserContext() context.Context { return c.ctx }

func (c *Ctx) SendStatus(status int) error { return nil }
