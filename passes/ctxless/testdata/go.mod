module ctxless.test

go 1.26

require (
	github.com/mattn/go-sqlite3 v0.0.0
	github.com/aws/aws-sdk-go v0.0.0
	github.com/aws/aws-sdk-go-v2/service/s3 v0.0.0
	github.com/gin-gonic/gin v0.0.0
	github.com/go-resty/resty/v2 v2.0.0
	github.com/gofiber/fiber/v2 v2.0.0
	github.com/jackc/pgx/v5 v5.0.0
	github.com/jmoiron/sqlx v0.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/redis/go-redis/v9 v9.0.0
	github.com/segmentio/kafka-go v0.0.0
	github.com/spf13/cobra v0.0.0
	go.mongodb.org/mongo-driver v0.0.0
	google.golang.org/grpc v0.0.0
	gorm.io/gorm v0.0.0
)

replace (
	github.com/mattn/go-sqlite3 => ../../../testdata/stubs/github.com/mattn/go-sqlite3
	github.com/aws/aws-sdk-go => ../../../testdata/stubs/github.com/aws/aws-sdk-go
	github.com/aws/aws-sdk-go-v2/service/s3 => ../../../testdata/stubs/github.com/aws/aws-sdk-go-v2/service/s3
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/go-resty/resty/v2 => ../../../testdata/stubs/github.com/go-resty/resty/v2
	github.com/gofiber/fiber/v2 => ../../../testdata/stubs/github.com/gofiber/fiber/v2
	github.com/jackc/pgx/v5 => ../../../testdata/stubs/github.com/jackc/pgx/v5
	github.com/jmoiron/sqlx => ../../../testdata/stubs/github.com/jmoiron/sqlx
	github.com/labstack/echo/v4 => ../../../testdata/stubs/github.com/labstack/echo/v4
	github.com/redis/go-redis/v9 => ../../../testdata/stubs/github.com/redis/go-redis/v9
	github.com/segmentio/kafka-go => ../../../testdata/stubs/github.com/segmentio/kafka-go
	github.com/spf13/cobra => ../../../testdata/stubs/github.com/spf13/cobra
	go.mongodb.org/mongo-driver => ../../../testdata/stubs/go.mongodb.org/mongo-driver
	google.golang.org/grpc => ../../../testdata/stubs/google.golang.org/grpc
	gorm.io/gorm => ../../../testdata/stubs/gorm.io/gorm
)
