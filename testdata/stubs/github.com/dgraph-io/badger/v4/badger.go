// Package badger is a stub for tests.
package badger

type Options struct{}

func DefaultOptions(path string) Options { return Options{} }

type DB struct{}

func Open(opt Options) (*DB, error) { return nil, nil }

func (db *DB) NewTransaction(update bool) *Txn { return nil }
func (db *DB) Sync() error                     { return nil }
func (db *DB) Close() error                    { return nil }

type Txn struct{}

func (txn *Txn) Set(key, val []byte) error { return nil }
func (txn *Txn) Commit() error             { return nil }
func (txn *Txn) Discard()                  {}
