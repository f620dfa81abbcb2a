// Package spanner is a stub for tests.
package spanner

import "context"

type Statement struct{ SQL string }

type KeySet interface{}

type QueryOptions struct{}

type Row struct{}

type RowIterator struct{}

func (r *RowIterator) Next() (*Row, error)         { return nil, nil }
func (r *RowIterator) Do(f func(*Row) error) error { return nil }
func (r *RowIterator) Stop()                       {}

type txReadOnly struct{}

func (t *txReadOnly) Query(ctx context.Context, s Statement) *RowIterator { return nil }

func (t *txReadOnly) QueryWithOptions(ctx context.Context, s Statement, o QueryOptions) *RowIterator {
	return nil
}

func (t *txReadOnly) Read(ctx context.Context, table string, keys KeySet, cols []string) *RowIterator {
	return nil
}

func (t *txReadOnly) ReadUsingIndex(ctx context.Context, table, index string, keys KeySet, cols []string) *RowIterator {
	return nil
}

type ReadOnlyTransaction struct{ txReadOnly }

type ReadWriteTransaction struct{ txReadOnly }
