// Package kafka is a stub for tests.
package kafka

import "context"

type ReaderConfig struct{}

type WriterConfig struct{}

type Message struct{}

type Reader struct{}

func NewReader(config ReaderConfig) *Reader { return new(Reader) }

func (r *Reader) ReadMessage(ctx context.Context) (Message, error) { return Message{}, nil }
func (r *Reader) Close() error                                     { return nil }

type Writer struct{}

func NewWriter(config WriterConfig) *Writer { return new(Writer) }

func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error { return nil }
func (w *Writer) Close() error                                             { return nil }
