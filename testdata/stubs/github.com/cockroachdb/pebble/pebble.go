// Package pebble is a stub for tests.
package pebble

type IterOptions struct{}

type DB struct{}

func (d *DB) NewIter(o *IterOptions) (*Iterator, error) { return nil, nil }

type Iterator struct{}

func (i *Iterator) First() bool  { return false }
func (i *Iterator) Next() bool   { return false }
func (i *Iterator) Error() error { return nil }
func (i *Iterator) Close() error { return nil }
