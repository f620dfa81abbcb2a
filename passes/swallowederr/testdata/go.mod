module swallowederr.test

go 1.26

require (
	github.com/gin-gonic/gin v0.0.0
	github.com/gofiber/fiber/v2 v2.0.0
	github.com/jackc/pgx/v5 v5.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/redis/go-redis/v9 v9.0.0
	google.golang.org/grpc v0.0.0
	gorm.io/gorm v0.0.0
)

replace (
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/gofiber/fiber/v2 => ../../../testdata/stubs/github.com/gofiber/fiber/v2
	github.com/jackc/pgx/v5 => ../../../testdata/stubs/github.com/jackc/pgx/v5
	github.com/labstack/echo/v4 => ../../../testdata/stubs/github.com/labstack/echo/v4
	github.com/redis/go-redis/v9 => ../../../testdata/stubs/github.com/redis/go-redis/v9
	google.golang.org/grpc => ../../../testdata/stubs/google.golang.org/grpc
	gorm.io/gorm => ../../../testdata/stubs/gorm.io/gorm
)
