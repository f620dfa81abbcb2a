package libs

import (
	"context"
	"io"
	"time"

	"cloud.google.com/go/storage"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"go.mongodb.org/mongo-driver/mongo"
	"google.golang.org/grpc"
)

func badPgx(ctx context.Context, pool *pgxpool.Pool) (pgx.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return pool.Query(ctx, "select name from users") // want `^the deferred cancel ends the context of pool\.Query before the caller reads the r`
}

func badPgxRow(ctx context.Context, tx pgx.Tx) pgx.Row {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return tx.QueryRow(ctx, "select name from users") // want `^the deferred cancel ends the context of tx\.QueryRow before the caller reads the `
}

func badSqlx(ctx context.Context, db *sqlx.DB) (*sqlx.Rows, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := db.QueryxContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryxContext before the caller reads`
	if err != nil {
		return nil, err
	}
	return rows, nil
}

func badSqlxRow(ctx context.Context, db *sqlx.DB) *sqlx.Row {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.QueryRowxContext(ctx, "select name from users") // want `^the deferred cancel ends the context of db\.QueryRowxContext before the caller re`
}

func okMongoFind(ctx context.Context, users *mongo.Collection) (*mongo.Cursor, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return users.Find(ctx, nil)
}

func badStream(ctx context.Context, conn *grpc.ClientConn) (grpc.ClientStream, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return conn.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true}, "/users/Watch") // want `^the deferred cancel ends the context of conn\.NewStream before the caller reads t`
}

// As the code generator of gRPC writes it.
type (
	watchRequest struct{}
	userEvent    struct{ ID int }

	usersWatchClient interface {
		Recv() (*userEvent, error)
		grpc.ClientStream
	}

	usersClient interface {
		Get(ctx context.Context, in *watchRequest, opts ...grpc.CallOption) (*userEvent, error)
		Watch(ctx context.Context, in *watchRequest, opts ...grpc.CallOption) (usersWatchClient, error)
		Tail(ctx context.Context, in *watchRequest, opts ...grpc.CallOption) (grpc.ServerStreamingClient[userEvent], error)
	}
)

func badWatch(ctx context.Context, c usersClient) (usersWatchClient, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	stream, err := c.Watch(ctx, &watchRequest{}) // want `^the deferred cancel ends the context of c\.Watch before the caller reads the resu`
	if err != nil {
		return nil, err
	}
	return stream, nil
}

func badTail(ctx context.Context, c usersClient) (grpc.ServerStreamingClient[userEvent], error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return c.Tail(ctx, &watchRequest{}) // want `^the deferred cancel ends the context of c\.Tail before the caller reads the resul`
}

func badS3(ctx context.Context, files *s3.Client, in *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return files.GetObject(ctx, in) // want `^the deferred cancel ends the context of files\.GetObject before the caller reads `
}

func badS3Body(ctx context.Context, files *s3.Client, in *s3.GetObjectInput) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	out, err := files.GetObject(ctx, in) // want `^the deferred cancel ends the context of files\.GetObject before the caller reads `
	if err != nil {
		return nil, err
	}
	return out.Body, nil
}

func badStorage(ctx context.Context, o *storage.ObjectHandle) (io.ReadCloser, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	return o.NewReader(ctx) // want `^the deferred cancel ends the context of o\.NewReader before the caller reads the `
}

func okPgx(ctx context.Context, pool *pgxpool.Pool) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	rows, err := pool.Query(ctx, "select name from users")
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(r pgx.Rows) (name string, err error) {
		err = r.Scan(&name)
		return name, err
	})
}

func okPgxRow(ctx context.Context, pool *pgxpool.Pool) (n int, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	err = pool.QueryRow(ctx, "select count(*) from users").Scan(&n)
	return n, err
}

// The context of pgx's Begin is for the statement only, unlike database/sql's.
func okPgxTx(ctx context.Context, pool *pgxpool.Pool) (pgx.Tx, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return pool.Begin(ctx)
}

func okPgxConn(ctx context.Context, pool *pgxpool.Pool) (*pgxpool.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return pool.Acquire(ctx)
}

func okSqlx(ctx context.Context, db *sqlx.DB, names *[]string) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.SelectContext(ctx, names, "select name from users")
}

func okSqlxRow(ctx context.Context, db *sqlx.DB, out any) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.QueryRowxContext(ctx, "select * from users").StructScan(out)
}

func okMongo(ctx context.Context, users *mongo.Collection, out any) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	found, err := users.Find(ctx, nil)
	if err != nil {
		return err
	}
	return found.All(ctx, out)
}

func okUnary(ctx context.Context, c usersClient) (*userEvent, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return c.Get(ctx, &watchRequest{}) // whole when the call returns
}

func okWatch(ctx context.Context, c usersClient, each func(*userEvent)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := c.Watch(ctx, &watchRequest{})
	if err != nil {
		return err
	}
	for {
		e, err := stream.Recv()
		if err != nil {
			return err
		}
		each(e)
	}
}

func okWatchCancel(ctx context.Context, c usersClient) (usersWatchClient, context.CancelFunc, error) {
	ctx, cancel := context.WithCancel(ctx)
	stream, err := c.Watch(ctx, &watchRequest{})
	if err != nil {
		cancel()
		return nil, nil, err
	}
	return stream, cancel, nil
}

func okDialed(ctx context.Context, target string) (*grpc.ClientConn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return grpc.DialContext(ctx, target) // the context is for the dial only
}

func okS3(ctx context.Context, files *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	out, err := files.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func okStorage(ctx context.Context, o *storage.ObjectHandle, w io.Writer) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	in, err := o.NewReader(ctx)
	if err != nil {
		return err
	}
	defer in.Close()
	_, err = io.Copy(w, in)
	return err
}
