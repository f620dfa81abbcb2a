// Package redis is a stub for tests.
package redis

import (
	"context"
	"errors"
	"time"
)

var Nil = errors.New("nil")

type Options struct{ Addr string }

type FailoverOptions struct{}

type baseClient struct{}

func (c *baseClient) Close() error { return nil }

type Client struct {
	*baseClient
	cmdable
}

func NewClient(opt *Options) *Client { return &Client{baseClient: new(baseClient)} }

func NewFailoverClient(opt *FailoverOptions) *Client { return &Client{baseClient: new(baseClient)} }

func (c *Client) Subscribe(ctx context.Context, channels ...string) *PubSub { return new(PubSub) }

func (c *Client) PSubscribe(ctx context.Context, channels ...string) *PubSub { return new(PubSub) }

type Message struct{}

type PubSub struct{}

func (c *PubSub) ReceiveMessage(ctx context.Context) (*Message, error) { return nil, nil }
func (c *PubSub) Close() error                                         { return nil }

type Cmder interface{ Err() error }

type baseCmd struct{ err error }

func (cmd *baseCmd) Err() error { return cmd.err }

type StatusCmd struct {
	baseCmd
	val string
}

func (cmd *StatusCmd) Result() (string, error) { return cmd.val, cmd.err }
func (cmd *StatusCmd) Val() string             { return cmd.val }

type StringCmd struct {
	baseCmd
	val string
}

func (cmd *StringCmd) Result() (string, error) { return cmd.val, cmd.err }
func (cmd *StringCmd) Val() string             { return cmd.val }

type IntCmd struct {
	baseCmd
	val int64
}

func (cmd *IntCmd) Result() (int64, error) { return cmd.val, cmd.err }
func (cmd *IntCmd) Val() int64             { return cmd.val }

type BoolCmd struct {
	baseCmd
	val bool
}

func (cmd *BoolCmd) Result() (bool, error) { return cmd.val, cmd.err }
func (cmd *BoolCmd) Val() bool             { return cmd.val }

type GenericCmdable interface {
	Del(ctx context.Context, keys ...string) *IntCmd
	Expire(ctx context.Context, key string, ttl time.Duration) *BoolCmd
}

type HashCmdable interface {
	HSet(ctx context.Context, key string, values ...any) *IntCmd
}

type ListCmdable interface {
	LPush(ctx context.Context, key string, values ...any) *IntCmd
}

type StringCmdable interface {
	Get(ctx context.Context, key string) *StringCmd
	Incr(ctx context.Context, key string) *IntCmd
	Set(ctx context.Context, key string, value any, ttl time.Duration) *StatusCmd
}

type Cmdable interface {
	Pipeline() Pipeliner
	TxPipelined(ctx context.Context, fn func(Pipeliner) error) ([]Cmder, error)

	GenericCmdable
	HashCmdable
	ListCmdable
	StringCmdable
}

type Pipeliner interface {
	Cmdable
	Exec(ctx context.Context) ([]Cmder, error)
}

type cmdable func(ctx context.Context, cmd Cmder) error

func (c cmdable) Pipeline() Pipeliner { return nil }

func (c cmdable) TxPipelined(ctx context.Context, fn func(Pipeliner) error) ([]Cmder, error) {
	return nil, fn(c.Pipeline())
}

func (c cmdable) Del(ctx context.Context, keys ...string) *IntCmd { return new(IntCmd) }

func (c cmdable) Expire(ctx context.Context, key string, ttl time.Duration) *BoolCmd {
	return new(BoolCmd)
}

func (c cmdable) Get(ctx context.Context, key string) *StringCmd { return new(StringCmd) }

func (c cmdable) HSet(ctx context.Context, key string, values ...any) *IntCmd { return new(IntCmd) }

func (c cmdable) Incr(ctx context.Context, key string) *IntCmd { return new(IntCmd) }

func (c cmdable) LPush(ctx context.Context, key string, values ...any) *IntCmd { return new(IntCmd) }

func (c cmdable) Set(ctx context.Context, key string, value any, ttl time.Duration) *StatusCmd {
	return new(StatusCmd)
}
