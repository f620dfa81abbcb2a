// Package singleflight is a stub for tests.
package singleflight

type Result struct {
	Val    any
	Err    error
	Shared bool
}

type Group struct{}

func (g *Group) Do(key string, fn func() (any, error)) (v any, err error, shared bool) {
	return nil, nil, false
}

func (g *Group) DoChan(key string, fn func() (any, error)) <-chan Result { return nil }
