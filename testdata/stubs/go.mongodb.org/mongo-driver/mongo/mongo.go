// Package mongo is a stub for tests.
package mongo

import "context"

type Client struct{}

func Connect(ctx context.Context, opts ...any) (*Client, error) { return nil, nil }

func (c *Client) Ping(ctx context.Context, pref any) error { return nil }
func (c *Client) Disconnect(ctx context.Context) error     { return nil }

type Database struct{}

func (d *Database) Aggregate(ctx context.Context, pipeline any, opts ...any) (*Cursor, error) {
	return nil, nil
}

func (d *Database) ListCollections(ctx context.Context, filter any, opts ...any) (*Cursor, error) {
	return nil, nil
}

type Collection struct{}

func (c *Collection) Find(ctx context.Context, filter any, opts ...any) (*Cursor, error) {
	return nil, nil
}

func (c *Collection) Aggregate(ctx context.Context, pipeline any, opts ...any) (*Cursor, error) {
	return nil, nil
}

type Cursor struct{ err error }

func (c *Cursor) Next(ctx context.Context) bool              { return false }
func (c *Cursor) Decode(val any) error                       { return nil }
func (c *Cursor) Err() error                                 { return c.err }
func (c *Cursor) All(ctx context.Context, results any) error { return nil }
func (c *Cursor) Close(ctx context.Context) error            { return nil }
