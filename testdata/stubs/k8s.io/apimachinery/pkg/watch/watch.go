// Package watch is a stub for tests.
package watch

type Event struct{ Object any }

type Interface interface {
	Stop()
	ResultChan() <-chan Event
}
