// Package resty is a stub for tests.
package resty

import (
	"context"
	"time"
)

type Client struct{}

func New() *Client { return new(Client) }

func (c *Client) R() *Request                         { return new(Request) }
func (c *Client) SetBaseURL(url string) *Client       { return c }
func (c *Client) SetTimeout(d time.Duration) *Client  { return c }
func (c *Client) SetHeader(key, value string) *Client { return c }

type Request struct{}

func (r *Request) SetBody(body any) *Request                     { return r }
func (r *Request) SetContext(ctx context.Context) *Request       { return r }
func (r *Request) SetHeader(key, value string) *Request          { return r }
func (r *Request) SetQueryParam(key, value string) *Request      { return r }
func (r *Request) SetResult(res any) *Request                    { return r }
func (r *Request) Delete(url string) (*Response, error)          { return nil, nil }
func (r *Request) Execute(method, url string) (*Response, error) { return nil, nil }
func (r *Request) Get(url string) (*Response, error)             { return nil, nil }
func (r *Request) Post(url string) (*Response, error)            { return nil, nil }
func (r *Request) Put(url string) (*Response, error)             { return nil, nil }

type Response struct{}

func (r *Response) Body() []byte    { return nil }
func (r *Response) IsError() bool   { return false }
func (r *Response) StatusCode() int { return 0 }
func (r *Response) String() string  { return "" }
