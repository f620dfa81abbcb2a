// Package websocket is a stub for tests.
package websocket

import (
	"context"
	"net/http"
)

type StatusCode int

const StatusNormalClosure StatusCode = 1000

type AcceptOptions struct{}

type DialOptions struct{}

type Conn struct{}

func Accept(w http.ResponseWriter, r *http.Request, opts *AcceptOptions) (*Conn, error) {
	return nil, nil
}

func Dial(ctx context.Context, u string, opts *DialOptions) (*Conn, *http.Response, error) {
	return nil, nil, nil
}

func (c *Conn) Ping(ctx context.Context) error             { return nil }
func (c *Conn) Close(code StatusCode, reason string) error { return nil }
func (c *Conn) CloseNow() error                            { return nil }
