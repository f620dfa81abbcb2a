// Package zerolog is a stub for tests.
package zerolog

import "os"

type Logger struct{}

type Event struct{ done func(string) }

func (l *Logger) Error() *Event { return &Event{} }
func (l *Logger) Fatal() *Event { return &Event{done: exit} }

func exit(string) { os.Exit(1) }

func (e *Event) Err(err error) *Event         { return e }
func (e *Event) Str(key, value string) *Event { return e }

func (e *Event) Msg(msg string) {
	if e.done != nil {
		e.done(msg)
	}
}

func (e *Event) Msgf(format string, v ...any) { e.Msg(format) }
func (e *Event) Send()                        { e.Msg("") }
