module shutdown.test

go 1.26

require (
	github.com/gin-gonic/gin v0.0.0
	github.com/gofiber/fiber/v2 v2.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/robfig/cron/v3 v3.0.0
	golang.org/x/sync v0.0.0
	google.golang.org/grpc v0.0.0
)

replace (
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/gofiber/fiber/v2 => ../../../testdata/stubs/github.com/gofiber/fiber/v2
	github.com/labstack/echo/v4 => ../../../testdata/stubs/github.com/labstack/echo/v4
	github.com/robfig/cron/v3 => ../../../testdata/stubs/github.com/robfig/cron/v3
	golang.org/x/sync => ../../../testdata/stubs/golang.org/x/sync
	google.golang.org/grpc => ../../../testdata/stubs/google.golang.org/grpc
)
