package libs

import (
	"context"
	"encoding/json"
	"errors"
	"log"

	"github.com/IBM/sarama"
	"github.com/rabbitmq/amqp091-go"
	"github.com/segmentio/kafka-go"
)

type order struct{ ID int }

// One message that is not as expected ends the consumer, and the next one too.
func badAMQP(ch *amqp091.Channel) error {
	deliveries, err := ch.Consume("orders", "", false, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		for d := range deliveries {
			var o order
			if err := json.Unmarshal(d.Body, &o); err != nil {
				log.Fatal(err) // want `ends the process from a `
			}
			_ = d.Ack(false)
		}
	}()
	return nil
}

func process(body []byte) {
	var o order
	if err := json.Unmarshal(body, &o); err != nil {
		log.Fatalf("order: %v", err)
	}
}

func badAMQPHelper(ch *amqp091.Channel) error {
	deliveries, err := ch.Consume("orders", "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		for d := range deliveries {
			process(d.Body) // want `ends the process from a `
		}
	}()
	return nil
}

func badAMQPPanics(ch *amqp091.Channel) error {
	deliveries, err := ch.Consume("orders", "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() { // want `^the goroutine started here may panic`
		for d := range deliveries {
			if len(d.Body) == 0 {
				panic("empty order")
			}
		}
	}()
	return nil
}

func okAMQP(ch *amqp091.Channel) {
	deliveries, err := ch.Consume("orders", "", false, false, false, false, nil)
	if err != nil {
		log.Fatal(err) // there is nothing to consume
	}
	go func() {
		for d := range deliveries {
			var o order
			if err := json.Unmarshal(d.Body, &o); err != nil {
				log.Print(err)
				_ = d.Nack(false, false)
				continue
			}
			_ = d.Ack(false)
		}
	}()
}

func okAMQPRecovers(ch *amqp091.Channel) error {
	deliveries, err := ch.Consume("orders", "", true, false, false, false, nil)
	if err != nil {
		return err
	}
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		for d := range deliveries {
			if len(d.Body) == 0 {
				panic("empty order")
			}
		}
	}()
	return nil
}

func decode(m kafka.Message) (order, error) {
	return order{}, errors.New("no order")
}

func badKafka(ctx context.Context, r *kafka.Reader) {
	go func() {
		for {
			m, err := r.ReadMessage(ctx)
			if err != nil {
				log.Print(err)
				return
			}
			if _, err := decode(m); err != nil {
				log.Fatal(err) // want `ends the process from a `
			}
		}
	}()
}

func okKafka(ctx context.Context, r *kafka.Reader) {
	go func() {
		for {
			m, err := r.ReadMessage(ctx)
			if err != nil {
				return
			}
			if _, err := decode(m); err != nil {
				log.Print(err)
			}
		}
	}()
}

type badGroup struct{}

// The library calls it in a goroutine of its own.
func (badGroup) ConsumeClaim(s sarama.ConsumerGroupSession, c sarama.ConsumerGroupClaim) error {
	for msg := range c.Messages() {
		var o order
		if err := json.Unmarshal(msg.Value, &o); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
		s.MarkMessage(msg, "")
	}
	return nil
}

type okGroup struct{}

func (okGroup) ConsumeClaim(s sarama.ConsumerGroupSession, c sarama.ConsumerGroupClaim) error {
	for msg := range c.Messages() {
		var o order
		if err := json.Unmarshal(msg.Value, &o); err != nil {
			return err
		}
		s.MarkMessage(msg, "")
	}
	return nil
}
