// Package bbolt is a stub for tests.
package bbolt

import "os"

type Options struct{}

type DB struct{}

func Open(path string, mode os.FileMode, options *Options) (*DB, error) { return nil, nil }

func (db *DB) Begin(writable bool) (*Tx, error) { return nil, nil }
func (db *DB) Sync() error                      { return nil }
func (db *DB) Close() error                     { return nil }

type Tx struct{}

func (tx *Tx) DeleteBucket(name []byte) error { return nil }
func (tx *Tx) Commit() error                  { return nil }
func (tx *Tx) Rollback() error                { return nil }
