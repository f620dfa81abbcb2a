// Package client has a twin whose effect its callers learn by fact.
package client

import (
	"context"
	"net/http"
)

type Client struct{ http *http.Client }

func (c *Client) FetchCtx(ctx context.Context, url string) error {
	req, err := http.NewRequestWithContext(ctx, "GET", url, nil)
	if err != nil {
		return err
	}
	return c.do(req)
}

func (c *Client) Fetch(url string) error { return c.FetchCtx(context.Background(), url) }

func (c *Client) do(req *http.Request) error {
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
