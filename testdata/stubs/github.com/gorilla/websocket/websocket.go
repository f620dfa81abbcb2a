// Package websocket is a stub for tests.
package websocket

import (
	"context"
	"net/http"
)

type Conn struct{}

func (c *Conn) WriteMessage(messageType int, data []byte) error { return nil }
func (c *Conn) Close() error                                    { return nil }

type Upgrader struct{}

func (u *Upgrader) Upgrade(w http.ResponseWriter, r *http.Request, header http.Header) (*Conn, error) {
	return nil, nil
}

type Dialer struct{}

var DefaultDialer = &Dialer{}

func (d *Dialer) Dial(url string, header http.Header) (*Conn, *http.Response, error) {
	return nil, nil, nil
}

func (d *Dialer) DialContext(ctx context.Context, url string, header http.Header) (*Conn, *http.Response, error) {
	return nil, nil, nil
}
