// Package env is a stub for tests.
package env

type Options struct{ Prefix string }

func Parse(v any) error { return nil }

func ParseWithOptions(v any, opts Options) error { return nil }
