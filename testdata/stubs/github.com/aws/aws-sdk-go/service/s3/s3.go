// Package s3 is a stub for tests.
package s3

import (
	"context"
	"io"
)

type GetObjectInput struct{}

type GetObjectOutput struct {
	Body          io.ReadCloser
	ContentLength *int64
}

type S3 struct{}

func (c *S3) GetObject(input *GetObjectInput) (*GetObjectOutput, error) { return nil, nil }

func (c *S3) GetObjectWithContext(ctx context.Context, input *GetObjectInput, opts ...any) (*GetObjectOutput, error) {
	return nil, nil
}
