// Package nats is a stub for tests.
package nats

type Option func() error

type Msg struct{}

type MsgHandler func(msg *Msg)

type Conn struct{}

func Connect(url string, options ...Option) (*Conn, error) { return nil, nil }

func (nc *Conn) Publish(subj string, data []byte) error { return nil }
func (nc *Conn) Drain() error                           { return nil }
func (nc *Conn) Close()                                 {}

func (nc *Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error) { return nil, nil }

func (nc *Conn) QueueSubscribe(subj, queue string, cb MsgHandler) (*Subscription, error) {
	return nil, nil
}

func (nc *Conn) ChanSubscribe(subj string, ch chan *Msg) (*Subscription, error) { return nil, nil }

func (nc *Conn) SubscribeSync(subj string) (*Subscription, error) { return nil, nil }

type Subscription struct{}

func (s *Subscription) IsValid() bool      { return false }
func (s *Subscription) Unsubscribe() error { return nil }
func (s *Subscription) Drain() error       { return nil }
