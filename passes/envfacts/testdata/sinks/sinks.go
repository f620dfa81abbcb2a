// Package sinks has functions whose parameters reach a use.
package sinks

import (
	"crypto/hmac"
	"crypto/sha256"
	"net/http"
)

func Sum(p []byte, key string) []byte { // want Sum:`^sink\(1=hmac.New\)$`
	return hmac.New(sha256.New, []byte(key)).Sum(p)
}

func Through(key string) []byte { // want Through:`^sink\(0=hmac.New\)$`
	return Sum(nil, key)
}

// A Client keeps its address.
type Client struct{ base string }

func New(base string) *Client { // want New:`^sink\(0=http.Get\)$`
	return &Client{base}
}

func (c *Client) Get(path string) (*http.Response, error) { // only the host is dialled
	return http.Get(c.base + path)
}

func None(key string) string { return key }
