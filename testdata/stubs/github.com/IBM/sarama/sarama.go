// Package sarama is a stub for tests.
package sarama

type Config struct{}

type Client interface{ Close() error }

type AsyncProducer interface {
	AsyncClose()
	Close() error
	Errors() <-chan error
}

type SyncProducer interface {
	SendMessage(msg any) (partition int32, offset int64, err error)
	Close() error
}

type Consumer interface {
	Topics() ([]string, error)
	Close() error
}

type ConsumerGroup interface {
	Errors() <-chan error
	Close() error
}

func NewClient(addrs []string, conf *Config) (Client, error) { return nil, nil }

func NewAsyncProducer(addrs []string, conf *Config) (AsyncProducer, error) { return nil, nil }

func NewSyncProducer(addrs []string, config *Config) (SyncProducer, error) { return nil, nil }

func NewConsumer(addrs []string, config *Config) (Consumer, error) { return nil, nil }

func NewConsumerGroup(addrs []string, groupID string, config *Config) (ConsumerGroup, error) {
	return nil, nil
}
