// Package libs has objects of S3.
package libs

import (
	"context"
	"io"

	s3v2 "github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go/service/s3"
)

func badObject(ctx context.Context, c *s3v2.Client) ([]byte, error) {
	out, err := c.GetObject(ctx, &s3v2.GetObjectInput{}) // want `^out is never closed \(unless it is read to the end, its connection stays open, one more per call\)$`
	if err != nil {
		return nil, err
	}
	return io.ReadAll(out.Body)
}

func okObject(ctx context.Context, c *s3v2.Client) ([]byte, error) {
	out, err := c.GetObject(ctx, &s3v2.GetObjectInput{})
	if err != nil {
		return nil, err
	}
	defer out.Body.Close() // on every path
	return io.ReadAll(out.Body)
}

func badObjectV1(c *s3.S3) ([]byte, error) {
	out, err := c.GetObject(&s3.GetObjectInput{}) // want `^out is not closed on the return under "out.ContentLength == nil" `
	if err != nil {
		return nil, err
	}
	if out.ContentLength == nil {
		return nil, io.ErrUnexpectedEOF
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func okObjectV1(ctx context.Context, c *s3.S3) (io.ReadCloser, error) {
	out, err := c.GetObjectWithContext(ctx, &s3.GetObjectInput{})
	if err != nil {
		return nil, err
	}
	return out.Body, nil // the caller owns it
}
