// Package pester has the declarations that tests of prodvet use.
package pester

import (
	"net/http"
	"time"
)

type Client struct {
	Timeout    time.Duration
	MaxRetries int
}

func New() *Client { return nil }

func (c *Client) Do(req *http.Request) (*http.Response, error) { return nil, nil }

func (c *Client) Get(url string) (*http.Response, error) { return nil, nil }
