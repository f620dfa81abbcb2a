// Package libs has clients of common libraries.
package libs

import (
	"context"
	"time"

	"github.com/IBM/sarama"
	shopify "github.com/Shopify/sarama"
	"github.com/nats-io/nats.go"
	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/segmentio/kafka-go"
)

func badSaramaAsyncProducer(addrs []string) error {
	p, err := sarama.NewAsyncProducer(addrs, nil) // want `^p is never closed \(its connections and goroutines stay, one more per call\)$`
	if err != nil {
		return err
	}
	return <-p.Errors()
}

func okSaramaAsyncProducer(addrs []string) error {
	p, err := sarama.NewAsyncProducer(addrs, nil)
	if err != nil {
		return err
	}
	defer p.Close() // on every path
	return <-p.Errors()
}

func badSaramaClient(addrs []string) error {
	_, err := sarama.NewClient(addrs, nil) // want `^the result of sarama.NewClient is never closed `
	return err
}

func okSaramaClient(addrs []string) error {
	c, err := sarama.NewClient(addrs, nil)
	if err != nil {
		return err
	}
	return c.Close() // a mere check whether the brokers answer
}

func badSaramaConsumer(addrs []string) ([]string, error) {
	c, err := sarama.NewConsumer(addrs, nil) // want `^c is never closed `
	if err != nil {
		return nil, err
	}
	return c.Topics()
}

func okSaramaConsumer(addrs []string) (sarama.Consumer, error) {
	c, err := sarama.NewConsumer(addrs, nil)
	if err != nil {
		return nil, err
	}
	return c, nil // the caller owns it
}

func badSaramaGroup(addrs []string) error {
	g, err := sarama.NewConsumerGroup(addrs, "g", nil) // want `^g is never closed `
	if err != nil {
		return err
	}
	return <-g.Errors()
}

func okSaramaGroup(addrs []string) error {
	g, err := sarama.NewConsumerGroup(addrs, "g", nil)
	if err != nil {
		return err
	}
	go func() {
		defer g.Close() // the goroutine owns it
		<-g.Errors()
	}()
	return nil
}

func badSaramaSyncProducer(addrs []string, msg any) error {
	p, err := sarama.NewSyncProducer(addrs, nil) // want `^p is not closed when p.SendMessage fails `
	if err != nil {
		return err
	}
	if _, _, err := p.SendMessage(msg); err != nil {
		return err
	}
	return p.Close()
}

func okSaramaSyncProducer(addrs []string, msg any) error {
	p, err := sarama.NewSyncProducer(addrs, nil)
	if err != nil {
		return err
	}
	_, _, err = p.SendMessage(msg)
	p.Close() // before the error is looked at
	return err
}

func badShopifyAsyncProducer(addrs []string) error {
	p, err := shopify.NewAsyncProducer(addrs, nil) // want `^p is never closed `
	if err != nil {
		return err
	}
	return <-p.Errors()
}

func okShopifyAsyncProducer(addrs []string) error {
	p, err := shopify.NewAsyncProducer(addrs, nil)
	if err != nil {
		return err
	}
	defer func() { _ = p.Close() }() // in a closure
	return <-p.Errors()
}

func badShopifyClient(addrs []string) error {
	_, err := shopify.NewClient(addrs, nil) // want `^the result of shopify.NewClient is never closed `
	return err
}

func okShopifyClient(addrs []string) (shopify.Client, error) {
	return shopify.NewClient(addrs, nil) // the caller owns it
}

func badShopifyConsumer(addrs []string) ([]string, error) {
	c, err := shopify.NewConsumer(addrs, nil) // want `^c is never closed `
	if err != nil {
		return nil, err
	}
	return c.Topics()
}

func okShopifyConsumer(addrs []string) ([]string, error) {
	c, err := shopify.NewConsumer(addrs, nil)
	if err != nil {
		return nil, err
	}
	defer c.Close() // on every path
	return c.Topics()
}

func badShopifyGroup(addrs []string) error {
	g, err := shopify.NewConsumerGroup(addrs, "g", nil) // want `^g is never closed `
	if err != nil {
		return err
	}
	return <-g.Errors()
}

func okShopifyGroup(addrs []string, out chan<- shopify.ConsumerGroup) error {
	g, err := shopify.NewConsumerGroup(addrs, "g", nil)
	if err != nil {
		return err
	}
	out <- g // the receiver owns it
	return nil
}

func badShopifySyncProducer(addrs []string, msg any) error {
	p, err := shopify.NewSyncProducer(addrs, nil) // want `^p is never closed `
	if err != nil {
		return err
	}
	_, _, err = p.SendMessage(msg)
	return err
}

func okShopifySyncProducer(addrs []string, msg any) error {
	p, err := shopify.NewSyncProducer(addrs, nil)
	if err != nil {
		return err
	}
	defer p.Close() // on every path
	_, _, err = p.SendMessage(msg)
	return err
}

func badNats(url string) error {
	nc, err := nats.Connect(url) // want `^nc is never closed \(its connection and goroutines stay, one more per call\)$`
	if err != nil {
		return err
	}
	return nc.Publish("s", nil)
}

func okNatsDrained(url string) error {
	nc, err := nats.Connect(url)
	if err != nil {
		return err
	}
	defer nc.Drain() // closes it in the end
	return nc.Publish("s", nil)
}

func badAmqpConn(url string) (bool, error) {
	conn, err := amqp.Dial(url) // want `^conn is not closed when conn.Channel fails \(its connection and goroutines stay, one more per call\)$`
	if err != nil {
		return false, err
	}
	ch, err := conn.Channel()
	if err != nil {
		return false, err
	}
	defer ch.Close()
	return true, conn.Close()
}

func okAmqpConn(url string) error {
	conn, err := amqp.DialConfig(url, amqp.Config{})
	if err != nil {
		return err
	}
	return conn.CloseDeadline(time.Now().Add(time.Second)) // another way to close it
}

func badAmqpChannel(conn *amqp.Connection) error {
	ch, err := conn.Channel() // want `^ch is never closed \(the broker keeps the channel until the limit of its connection is reached\)$`
	if err != nil {
		return err
	}
	return ch.Qos(1, 0, false)
}

func okAmqpChannel(conn *amqp.Connection) error {
	ch, err := conn.Channel()
	if err != nil {
		return err
	}
	defer ch.Close() // on every path
	return ch.Qos(1, 0, false)
}

func badKafkaReader(ctx context.Context, config kafka.ReaderConfig) error {
	r := kafka.NewReader(config) // want `^r is never closed \(its group keeps a dead member and its connections, one more per call\)$`
	_, err := r.ReadMessage(ctx)
	return err
}

func okKafkaReader(ctx context.Context, config kafka.ReaderConfig) error {
	r := kafka.NewReader(config)
	defer r.Close() // on every path
	_, err := r.ReadMessage(ctx)
	return err
}

func badKafkaWriter(ctx context.Context, config kafka.WriterConfig) error {
	w := kafka.NewWriter(config) // want `^w is never closed \(pending messages are lost and its connections stay\)$`
	return w.WriteMessages(ctx)
}

// A sink closes its writer.
type sink struct{ w *kafka.Writer }

func (s *sink) Close() error { return s.w.Close() }

func okKafkaWriter(config kafka.WriterConfig) *sink {
	return &sink{w: kafka.NewWriter(config)} // the caller owns the sink
}
