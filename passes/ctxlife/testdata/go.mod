module ctxlife.test

go 1.26

require (
	cloud.google.com/go/storage v0.0.0
	github.com/aws/aws-sdk-go-v2/service/s3 v0.0.0
	github.com/gin-gonic/gin v0.0.0
	github.com/jackc/pgx/v5 v5.0.0
	github.com/jmoiron/sqlx v0.0.0
	github.com/labstack/echo/v4 v4.0.0
	go.mongodb.org/mongo-driver v0.0.0
	golang.org/x/sync v0.0.0
	google.golang.org/grpc v0.0.0
)

replace (
	cloud.google.com/go/storage => ../../../testdata/stubs/cloud.google.com/go/storage
	github.com/aws/aws-sdk-go-v2/service/s3 => ../../../testdata/stubs/github.com/aws/aws-sdk-go-v2/service/s3
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/jackc/pgx/v5 => ../../../testdata/stubs/github.com/jackc/pgx/v5
	github.com/jmoiron/sqlx => ../../../testdata/stubs/github.com/jmoiron/sqlx
	github.com/labstack/echo/v4 => ../../../testdata/stubs/github.com/labstack/echo/v4
	go.mongodb.org/mongo-driver => ../../../testdata/stubs/go.mongodb.org/mongo-driver
	golang.org/x/sync => ../../../testdata/stubs/golang.org/x/sync
	google.golang.org/grpc => ../../../testdata/stubs/google.golang.org/grpc
)
