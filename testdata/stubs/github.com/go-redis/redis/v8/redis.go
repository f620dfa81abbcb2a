// Package redis is a stub for tests.
package redis

import "context"

type Options struct{ Addr string }

type FailoverOptions struct{}

type baseClient struct{}

func (c *baseClient) Close() error { return nil }

type Client struct{ *baseClient }

func NewClient(opt *Options) *Client { return &Client{new(baseClient)} }

func NewFailoverClient(opt *FailoverOptions) *Client { return &Client{new(baseClient)} }

func (c *Client) Subscribe(ctx context.Context, channels ...string) *PubSub { return new(PubSub) }

func (c *Client) PSubscribe(ctx context.Context, channels ...string) *PubSub { return new(PubSub) }

type Message struct{}

type PubSub struct{}

func (c *PubSub) ReceiveMessage(ctx context.Context) (*Message, error) { return nil, nil }
func (c *PubSub) Close() error                                         { return nil }
