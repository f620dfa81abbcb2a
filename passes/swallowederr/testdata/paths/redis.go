package paths

import (
	"context"
	"errors"
	"log"
	"time"

	"github.com/redis/go-redis/v9"
)

func badRedisSet(ctx context.Context, rdb *redis.Client, id, token string) {
	rdb.Set(ctx, "session:"+id, token, time.Hour) // want `is dropped: `
}

func badRedisDel(ctx context.Context, rdb *redis.Client, id string) error {
	rdb.Del(ctx, "session:"+id) // want `is dropped: `
	return nil
}

func badRedisHash(ctx context.Context, rdb *redis.Client, id string, n int) {
	rdb.HSet(ctx, "cart:"+id, "items", n) // want `is dropped: `
}

func noteRedisPush(ctx context.Context, rdb *redis.Client, job []byte) {
	_ = rdb.LPush(ctx, "jobs", job) // want `is dropped by name: `
}

func badRedisExpire(ctx context.Context, rdb *redis.Client, key string) error {
	if err := rdb.Incr(ctx, key).Err(); err != nil {
		return err
	}
	rdb.Expire(ctx, key, time.Minute) // want `is dropped: `
	return nil
}

func badRedisValue(ctx context.Context, rdb *redis.Client, key string) {
	cmd := rdb.Set(ctx, key, "1", 0) // want `is dropped: `
	log.Printf("set: %s", cmd.Val())
}

func badRedisInterface(ctx context.Context, rdb redis.Cmdable, id string) {
	rdb.Del(ctx, "session:"+id) // want `is dropped: `
}

func okRedisErr(ctx context.Context, rdb *redis.Client, key string) error {
	return rdb.Set(ctx, key, "1", 0).Err()
}

func okRedisTested(ctx context.Context, rdb *redis.Client, key string) error {
	cmd := rdb.Del(ctx, key)
	if cmd.Err() != nil {
		return cmd.Err()
	}
	return nil
}

func okRedisResult(ctx context.Context, rdb *redis.Client, key string) (int64, error) {
	return rdb.Incr(ctx, key).Result()
}

func okRedisReturned(ctx context.Context, rdb *redis.Client, key string) *redis.StatusCmd {
	return rdb.Set(ctx, key, "1", 0)
}

func okRedisNil(ctx context.Context, rdb *redis.Client, key string) (string, error) {
	s, err := rdb.Get(ctx, key).Result()
	if errors.Is(err, redis.Nil) {
		return "", nil
	}
	return s, err
}

func okRedisPipeline(ctx context.Context, rdb *redis.Client, key string) error {
	pipe := rdb.Pipeline()
	pipe.Incr(ctx, key) // queued: Exec tells of the failure
	pipe.Expire(ctx, key, time.Minute)
	_, err := pipe.Exec(ctx)
	return err
}

func okRedisPipelined(ctx context.Context, rdb *redis.Client, key string) error {
	_, err := rdb.TxPipelined(ctx, func(pipe redis.Pipeliner) error {
		pipe.Set(ctx, key, "1", 0)
		pipe.Del(ctx, key+":old")
		return nil
	})
	return err
}

func okRedisComment(ctx context.Context, rdb *redis.Client, key string) {
	// Best effort: the entry runs out by itself.
	rdb.Del(ctx, key)
}
