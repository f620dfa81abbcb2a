// Package s3 is a stub for tests.
package s3

import (
	"context"
	"io"
)

type Options struct{}

type GetObjectInput struct{}

type GetObjectOutput struct {
	Body          io.ReadCloser
	ContentLength *int64
}

type Client struct{}

func (c *Client) GetObject(ctx context.Context, params *GetObjectInput, optFns ...func(*Options)) (*GetObjectOutput, error) {
	return nil, nil
}
