// Package zap is a stub for tests.
package zap

type Field struct{}

func Error(err error) Field { return Field{} }

type Logger struct{ onFatal func() }

type SugaredLogger struct{ base *Logger }

func NewProduction() (*Logger, error) { return &Logger{}, nil }

func (l *Logger) Error(msg string, fields ...Field) {}
func (l *Logger) Fatal(msg string, fields ...Field) { l.onFatal() }
func (l *Logger) Sugar() *SugaredLogger             { return &SugaredLogger{l} }

func (s *SugaredLogger) Errorf(format string, args ...any) {}
func (s *SugaredLogger) Fatal(args ...any)                 { s.base.onFatal() }
func (s *SugaredLogger) Fatalf(format string, args ...any) { s.base.onFatal() }
func (s *SugaredLogger) Fatalw(msg string, kv ...any)      { s.base.onFatal() }
