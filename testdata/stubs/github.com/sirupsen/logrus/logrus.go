// Package logrus is a stub for tests.
package logrus

import "os"

type Fields map[string]any

type Logger struct{ ExitFunc func(int) }

type Entry struct{ Logger *Logger }

var std = New()

func New() *Logger { return &Logger{ExitFunc: os.Exit} }

func Error(args ...any)                      { std.Error(args...) }
func Errorf(format string, args ...any)      { std.Errorf(format, args...) }
func Fatal(args ...any)                      { std.Fatal(args...) }
func Fatalf(format string, args ...any)      { std.Fatalf(format, args...) }
func Fatalln(args ...any)                    { std.Fatalln(args...) }
func WithError(err error) *Entry             { return &Entry{std} }
func WithField(key string, value any) *Entry { return &Entry{std} }
func WithFields(fields Fields) *Entry        { return &Entry{std} }

func (l *Logger) Exit(code int)                      { l.ExitFunc(code) }
func (l *Logger) Error(args ...any)                  {}
func (l *Logger) Errorf(format string, args ...any)  {}
func (l *Logger) Fatal(args ...any)                  { l.Exit(1) }
func (l *Logger) Fatalf(format string, args ...any)  { l.Exit(1) }
func (l *Logger) Fatalln(args ...any)                { l.Exit(1) }
func (l *Logger) WithError(err error) *Entry         { return &Entry{l} }
func (l *Logger) WithField(key string, v any) *Entry { return &Entry{l} }
func (e *Entry) WithError(err error) *Entry          { return e }
func (e *Entry) WithField(key string, v any) *Entry  { return e }
func (e *Entry) Error(args ...any)                   {}
func (e *Entry) Errorf(format string, args ...any)   {}
func (e *Entry) Fatal(args ...any)                   { e.Logger.Exit(1) }
func (e *Entry) Fatalf(format string, args ...any)   { e.Logger.Exit(1) }
func (e *Entry) Fatalln(args ...any)                 { e.Logger.Exit(1) }
