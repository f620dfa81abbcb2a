// Package clientv3 is a stub for tests.
package clientv3

import "context"

type Config struct{}

type Client struct{}

func New(cfg Config) (*Client, error) { return nil, nil }

func NewFromURL(url string) (*Client, error) { return nil, nil }

func (c *Client) Sync(ctx context.Context) error { return nil }
func (c *Client) Close() error                   { return nil }
