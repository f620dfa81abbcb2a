// Package amqp091 is a stub for tests.
package amqp091

import (
	"crypto/tls"
	"time"
)

type Config struct{}

type Connection struct{}

func Dial(url string) (*Connection, error) { return nil, nil }

func DialConfig(url string, config Config) (*Connection, error) { return nil, nil }

func DialTLS(url string, amqps *tls.Config) (*Connection, error) { return nil, nil }

func (c *Connection) Channel() (*Channel, error)             { return nil, nil }
func (c *Connection) Close() error                           { return nil }
func (c *Connection) CloseDeadline(deadline time.Time) error { return nil }

type Channel struct{}

func (ch *Channel) Qos(prefetchCount, prefetchSize int, global bool) error { return nil }
func (ch *Channel) Close() error                                           { return nil }
