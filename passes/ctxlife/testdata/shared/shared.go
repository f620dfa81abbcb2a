// Package shared does work once for many callers.
package shared

import (
	"context"
	"database/sql"

	"golang.org/x/sync/singleflight"
)

type cache struct {
	group singleflight.Group
	db    *sql.DB
}

func (c *cache) badFirst(ctx context.Context, key string) (any, error) {
	v, err, _ := c.group.Do(key, func() (any, error) {
		var n int
		err := c.db.QueryRowContext(ctx, "select count(*) from t").Scan(&n) // want `^the work that all callers of c.group.Do share uses ctx of the first one: when that one gives up, all of them fail$`
		return n, err
	})
	return v, err
}

func (c *cache) badChannel(ctx context.Context, key string) <-chan singleflight.Result {
	return c.group.DoChan(key, func() (any, error) {
		return nil, c.db.PingContext(ctx) // want `^the work that all callers of c.group.DoChan share`
	})
}

func (c *cache) okDetached(ctx context.Context, key string) (any, error) {
	v, err, _ := c.group.Do(key, func() (any, error) {
		return nil, c.db.PingContext(context.WithoutCancel(ctx))
	})
	return v, err
}

func (c *cache) okOwn(ctx context.Context, key string) (any, error) {
	v, err, _ := c.group.Do(key, func() (any, error) {
		return nil, c.db.PingContext(context.Background())
	})
	return v, err
}

type traceKey struct{}

func trace(ctx context.Context) any { return ctx.Value(traceKey{}) }

func (c *cache) okValue(ctx context.Context, key string) (any, error) {
	v, err, _ := c.group.Do(key, func() (any, error) { return trace(ctx), nil })
	return v, err
}
