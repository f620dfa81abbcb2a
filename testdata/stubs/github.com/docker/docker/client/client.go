// Package client is a stub for tests.
package client

import (
	"context"
	"net/http"
)

type Client struct{}

type Opt func(*Client) error

func NewClientWithOpts(ops ...Opt) (*Client, error) { return nil, nil }

func NewEnvClient() (*Client, error) { return nil, nil }

func NewClient(host, version string, client *http.Client, headers map[string]string) (*Client, error) {
	return nil, nil
}

func (cli *Client) ContainerKill(ctx context.Context, id, signal string) error { return nil }
func (cli *Client) Close() error                                               { return nil }
