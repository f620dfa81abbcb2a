// Package storage is a stub for tests.
package storage

import "context"

type Client struct{}

func NewClient(ctx context.Context, opts ...any) (*Client, error) { return nil, nil }

func (c *Client) Buckets(ctx context.Context, project string) {}
func (c *Client) Close() error                                { return nil }

type ObjectHandle struct{}

func (o *ObjectHandle) NewReader(ctx context.Context) (*Reader, error) { return nil, nil }

func (o *ObjectHandle) NewRangeReader(ctx context.Context, offset, length int64) (*Reader, error) {
	return nil, nil
}

func (o *ObjectHandle) NewWriter(ctx context.Context) *Writer { return nil }

type Reader struct{}

func (r *Reader) Read(p []byte) (int, error) { return 0, nil }
func (r *Reader) Close() error               { return nil }

type Writer struct{}

func (w *Writer) Write(p []byte) (int, error)    { return 0, nil }
func (w *Writer) Close() error                   { return nil }
func (w *Writer) CloseWithError(err error) error { return nil }
