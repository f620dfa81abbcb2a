package libs

import (
	"context"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3v1 "github.com/aws/aws-sdk-go/service/s3"
	"github.com/gin-gonic/gin"
	"github.com/go-resty/resty/v2"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/labstack/echo/v4"
	"github.com/redis/go-redis/v9"
	"github.com/segmentio/kafka-go"
	"go.mongodb.org/mongo-driver/mongo"
	"google.golang.org/grpc"
)

type clients struct {
	pool   *pgxpool.Pool
	redis  *redis.Client
	users  *mongo.Collection
	events *kafka.Writer
	files  *s3.Client
	old    *s3v1.S3
	rest   *resty.Client
	conn   *grpc.ClientConn
}

func (c *clients) badPool(w http.ResponseWriter, r *http.Request) {
	var n int
	c.pool.QueryRow(context.Background(), "select count(*) from users").Scan(&n) // want `stands where a context is in scope \(r\.Context\(\)\)`
}

func (c *clients) badPgxTx(ctx context.Context, tx pgx.Tx) error {
	_, err := tx.Exec(context.TODO(), "delete from carts") // want `stands where a context is in scope \(ctx\)`
	return err
}

func (c *clients) badRedis(g *gin.Context) {
	name, err := c.redis.Get(context.Background(), g.Param("key")).Result() // want `stands where a context is in scope \(g\.Request\.Context\(\)\)`
	if err != nil {
		g.AbortWithStatus(http.StatusNotFound)
		return
	}
	g.String(http.StatusOK, name)
}

func (c *clients) badMongo(e echo.Context) error {
	found, err := c.users.Find(context.TODO(), nil) // want `stands where a context is in scope \(e\.Request\(\)\.Context\(\)\)`
	if err != nil {
		return err
	}
	return found.Close(e.Request().Context())
}

func (c *clients) badKafka(ctx context.Context, m kafka.Message) error {
	return c.events.WriteMessages(context.Background(), m) // want `stands where a context is in scope \(ctx\)`
}

func (c *clients) badS3(ctx context.Context, in *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	return c.files.GetObject(context.Background(), in) // want `stands where a context is in scope \(ctx\)`
}

func (c *clients) badInvoke(ctx context.Context, in, out any) error {
	return c.conn.Invoke(context.Background(), "/users/Get", in, out) // want `stands where a context is in scope \(ctx\)`
}

func (c *clients) badPipe(ctx context.Context) error {
	_, err := c.redis.TxPipelined(ctx, func(p redis.Pipeliner) error {
		return p.Incr(context.Background(), "visits").Err() // want `stands where a context is in scope \(ctx\)`
	})
	return err
}

func (c *clients) badTimeout(ctx context.Context, key string) error {
	short, cancel := context.WithTimeout(context.Background(), time.Second) // want `stands where a context is in scope \(ctx\)`
	defer cancel()
	return c.redis.Del(short, key).Err()
}

func (c *clients) badOldS3(ctx context.Context, in *s3v1.GetObjectInput) (*s3v1.GetObjectOutput, error) {
	return c.old.GetObject(in)
}

func (c *clients) badResty(ctx context.Context, u *user) error {
	_, err := c.rest.R().SetResult(u).Get("http://users.test/1")
	return err
}

func (c *clients) badRestyLocal(w http.ResponseWriter, r *http.Request) {
	req := c.rest.R().SetHeader("Accept", "application/json")
	resp, err := req.SetBody(user{Name: "x"}).Post("http://users.test")
	if err != nil || resp.IsError() {
		http.Error(w, "not created", http.StatusBadGateway)
	}
}

func (c *clients) okPool(w http.ResponseWriter, r *http.Request) {
	var n int
	c.pool.QueryRow(r.Context(), "select count(*) from users").Scan(&n)
}

func (c *clients) okRedis(g *gin.Context) {
	c.redis.Incr(g.Request.Context(), "visits")
}

func (c *clients) okRedisGin(g *gin.Context) {
	c.redis.Incr(g, "visits")
}

func (c *clients) okUnheld(key string) error {
	return c.redis.Del(context.Background(), key).Err() // no context to pass on
}

func (c *clients) okOldS3(ctx context.Context, in *s3v1.GetObjectInput) (*s3v1.GetObjectOutput, error) {
	return c.old.GetObjectWithContext(ctx, in)
}

func (c *clients) okResty(ctx context.Context, u *user) error {
	_, err := c.rest.R().SetContext(ctx).SetResult(u).Get("http://users.test/1")
	return err
}

func (c *clients) okRestySet(ctx context.Context, u *user) error {
	req := c.rest.R()
	req.SetContext(ctx)
	_, err := req.SetBody(u).Put("http://users.test/1")
	return err
}

func okRestyParameter(ctx context.Context, req *resty.Request) error {
	_, err := req.Delete("http://users.test/1") // the caller may have attached a context
	return err
}

func okNewClient(ctx context.Context, target string) (*grpc.ClientConn, error) {
	return grpc.NewClient(target) // connects when it is used
}
