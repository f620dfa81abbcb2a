package libs

import (
	"context"

	"github.com/dgraph-io/badger/v4"
	redis8 "github.com/go-redis/redis/v8"
	"github.com/redis/go-redis/v9"
	"github.com/syndtr/goleveldb/leveldb"
	"go.etcd.io/bbolt"
	clientv3 "go.etcd.io/etcd/client/v3"
	"go.mongodb.org/mongo-driver/mongo"
	mongo2 "go.mongodb.org/mongo-driver/v2/mongo"
)

func badBadger(path string) error {
	db, err := badger.Open(badger.DefaultOptions(path)) // want `^db is never closed \(the lock on its directory stays and what is in memory is lost\)$`
	if err != nil {
		return err
	}
	return db.Sync()
}

func okBadger(path string) error {
	db, err := badger.Open(badger.DefaultOptions(path))
	if err != nil {
		return err
	}
	defer db.Close() // on every path
	return db.Sync()
}

func badRedis8(ctx context.Context, addr string) error {
	c := redis8.NewClient(&redis8.Options{Addr: addr}) // want `^c is never closed \(its connection pool stays, one more per call\)$`
	sub := c.Subscribe(ctx, "ch")
	return sub.Close()
}

func okRedis8(ctx context.Context, addr string) error {
	c := redis8.NewClient(&redis8.Options{Addr: addr})
	defer c.Close() // a promoted method
	return c.Subscribe(ctx, "ch").Close()
}

func badRedis8PubSub(ctx context.Context, c *redis8.Client) error {
	sub := c.Subscribe(ctx, "ch") // want `^sub is never closed \(its connection and goroutine stay, one more per call\)$`
	_, err := sub.ReceiveMessage(ctx)
	return err
}

func okRedis8PubSub(ctx context.Context, c *redis8.Client) error {
	sub := c.PSubscribe(ctx, "ch*")
	defer sub.Close() // on every path
	_, err := sub.ReceiveMessage(ctx)
	return err
}

func badRedis9(ctx context.Context, opt *redis.FailoverOptions) error {
	c := redis.NewFailoverClient(opt) // want `^c is never closed \(its connection pool stays, one more per call\)$`
	sub := c.Subscribe(ctx, "ch")
	return sub.Close()
}

func okRedis9(addr string) *redis.Client {
	return redis.NewClient(&redis.Options{Addr: addr}) // the caller owns it
}

func badRedis9PubSub(ctx context.Context, c *redis.Client) error {
	sub := c.PSubscribe(ctx, "ch*") // want `^sub is not closed when sub.ReceiveMessage fails `
	if _, err := sub.ReceiveMessage(ctx); err != nil {
		return err
	}
	return sub.Close()
}

func okRedis9PubSub(ctx context.Context, c *redis.Client) error {
	sub := c.Subscribe(ctx, "ch")
	_, err := sub.ReceiveMessage(ctx)
	sub.Close() // before the error is looked at
	return err
}

func badLevelDB(path string) (string, error) {
	db, err := leveldb.OpenFile(path, nil) // want `^db is never closed \(the lock on its directory stays, so nobody can open it again\)$`
	if err != nil {
		return "", err
	}
	return db.GetProperty("leveldb.stats")
}

func okLevelDB(path string) (string, error) {
	db, err := leveldb.OpenFile(path, nil)
	if err != nil {
		return "", err
	}
	defer db.Close() // on every path
	return db.GetProperty("leveldb.stats")
}

func badBolt(path string) error {
	db, err := bbolt.Open(path, 0o600, nil) // want `^db is not closed when db.Sync fails \(the lock on the file stays, and whoever opens it next waits for ever\)$`
	if err != nil {
		return err
	}
	if err := db.Sync(); err != nil {
		return err
	}
	return db.Close()
}

// A program that cannot open its database mostly ends: a note.
func okBoltStart(path string) (*bbolt.DB, error) {
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		return nil, err
	}
	if err := db.Sync(); err != nil {
		return nil, err
	}
	return db, nil
}

func okBolt(path string) (*bbolt.DB, error) {
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		return nil, err
	}
	if err := db.Sync(); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil // the caller owns it
}

func badEtcd(ctx context.Context, cfg clientv3.Config) error {
	c, err := clientv3.New(cfg) // want `^c is never closed \(its connection and goroutines stay, one more per call\)$`
	if err != nil {
		return err
	}
	return c.Sync(ctx)
}

func okEtcd(ctx context.Context, url string) error {
	c, err := clientv3.NewFromURL(url)
	if err != nil {
		return err
	}
	defer c.Close() // on every path
	return c.Sync(ctx)
}

func noteMongo(ctx context.Context) (*mongo.Client, error) {
	c, err := mongo.Connect(ctx)
	if err != nil {
		return nil, err
	}
	if err := c.Ping(ctx, nil); err != nil {
		return nil, err
	}
	return c, nil
}

func okMongo(ctx context.Context) error {
	c, err := mongo.Connect(ctx)
	if err != nil {
		return err
	}
	defer c.Disconnect(ctx) // on every path
	return c.Ping(ctx, nil)
}

func badMongo2(ctx context.Context) error {
	c, err := mongo2.Connect() // want `^c is never disconnected \(its connection pool stays, one more per call\)$`
	if err != nil {
		return err
	}
	return c.Ping(ctx, nil)
}

func okMongo2(ctx context.Context) (err error) {
	c, err := mongo2.Connect()
	if err != nil {
		return err
	}
	defer func() {
		if e := c.Disconnect(ctx); err == nil {
			err = e // a closure that reports the error
		}
	}()
	return c.Ping(ctx, nil)
}

func badMongoUsed(ctx context.Context) error {
	c, err := mongo.Connect(ctx) // want `^c is never disconnected `
	if err != nil {
		return err
	}
	return c.Ping(ctx, nil)
}
