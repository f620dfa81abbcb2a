// Package caller imports neither net/http nor a table entry.
package caller

import (
	"context"

	"ctxless.test/interproc/client"
)

func badFetch(ctx context.Context, c *client.Client) error {
	return c.Fetch("http://example.test") // want `^c.Fetch ignores the context in scope \(ctx\)`
}

func okFetch(ctx context.Context, c *client.Client) error {
	return c.FetchCtx(ctx, "http://example.test")
}
