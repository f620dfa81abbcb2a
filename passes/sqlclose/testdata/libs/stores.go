package libs

import (
	"context"

	"cloud.google.com/go/spanner"
	"github.com/cockroachdb/pebble"
	"github.com/dgraph-io/badger/v4"
	"go.etcd.io/bbolt"
	"go.mongodb.org/mongo-driver/mongo"
	mongo2 "go.mongodb.org/mongo-driver/v2/mongo"
	"gorm.io/gorm"
)

func okSpanner(ctx context.Context, tx *spanner.ReadWriteTransaction) error {
	it := tx.Read(ctx, "t", nil, nil)
	return it.Do(func(*spanner.Row) error { return nil }) // stops it
}

func badPebble(db *pebble.DB) (bool, error) {
	it, err := db.NewIter(nil) // want `^it is never closed \(the files that it reads can never be deleted\)$`
	if err != nil {
		return false, err
	}
	return it.First(), it.Error()
}

func okPebble(db *pebble.DB) error {
	it, err := db.NewIter(nil)
	if err != nil {
		return err
	}
	it.First()
	return it.Close() // on the only path
}

func badBadgerTxn(db *badger.DB) error {
	txn := db.NewTransaction(true) // want `^txn is not discarded when txn.Set fails \(its reads hold back the garbage collection of the store\)$`
	if err := txn.Set(nil, nil); err != nil {
		return err
	}
	return txn.Commit()
}

func okBadgerTxn(db *badger.DB) error {
	txn := db.NewTransaction(true)
	defer txn.Discard() // does nothing after Commit
	if err := txn.Set(nil, nil); err != nil {
		return err
	}
	return txn.Commit()
}

func badBoltTx(db *bbolt.DB) error {
	tx, err := db.Begin(true) // want `^tx is not committed or rolled back when tx.DeleteBucket fails \(the lock of the database stays, and the next writer waits for ever\)$`
	if err != nil {
		return err
	}
	if err := tx.DeleteBucket(nil); err != nil {
		return err
	}
	return tx.Commit()
}

func okBoltTx(db *bbolt.DB) error {
	tx, err := db.Begin(true)
	if err != nil {
		return err
	}
	if err := tx.DeleteBucket(nil); err != nil {
		_ = tx.Rollback()
		return err
	}
	return tx.Commit() // on the other path
}

func badMongoCursor(ctx context.Context, c *mongo.Collection) error {
	cur, err := c.Find(ctx, nil) // want `^cur is not closed when cur.Decode fails \(the server keeps the cursor and its session until it times out\)$`
	if err != nil {
		return err
	}
	for cur.Next(ctx) {
		if err := cur.Decode(nil); err != nil {
			return err
		}
	}
	return cur.Err()
}

func okMongoCursor(ctx context.Context, db *mongo.Database, out any) error {
	cur, err := db.Aggregate(ctx, nil)
	if err != nil {
		return err
	}
	return cur.All(ctx, out) // closes it
}

func badMongo2Cursor(ctx context.Context, c *mongo2.Collection) error {
	cur, err := c.Aggregate(ctx, nil) // want `^cur is never closed `
	if err != nil {
		return err
	}
	return cur.Decode(nil)
}

func okMongo2Cursor(ctx context.Context, db *mongo2.Database) error {
	cur, err := db.ListCollections(ctx, nil)
	if err != nil {
		return err
	}
	for cur.Next(ctx) {
	}
	return cur.Err() // exhausted
}

func badGormRows(db *gorm.DB) error {
	rows, err := db.Model(nil).Rows() // want `^rows is not closed when rows.Scan fails \(its connection stays checked out, and a bounded pool runs dry\)$`
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := rows.Scan(); err != nil {
			return err
		}
	}
	return rows.Err()
}

func okGormRows(db *gorm.DB) ([]string, error) {
	rows, err := db.Model(nil).Rows()
	if err != nil {
		return nil, err
	}
	defer rows.Close() // on every path
	return rows.Columns()
}

func badSpanner(ctx context.Context, tx *spanner.ReadOnlyTransaction) error {
	it := tx.Query(ctx, spanner.Statement{SQL: "q"}) // want `^it is never stopped \(its session never returns to the pool, and the pool runs dry\)$`
	_, err := it.Next()
	return err
}
