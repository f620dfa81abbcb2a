// Package grpc is a stub for tests.
package grpc

import "context"

type DialOption interface{}

type ClientConn struct{}

func Dial(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func DialContext(ctx context.Context, target string, opts ...DialOption) (*ClientConn, error) {
	return nil, nil
}

func NewClient(target string, opts ...DialOption) (*ClientConn, error) { return nil, nil }

func (cc *ClientConn) Invoke(ctx context.Context, method string, args, reply any) error { return nil }
func (cc *ClientConn) Close() error                                                     { return nil }
