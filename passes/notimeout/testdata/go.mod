module notimeout.test

go 1.26

require (
	github.com/gin-gonic/gin v0.0.0
	github.com/gofiber/fiber/v2 v2.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/sethgrid/pester v0.0.0
)

replace (
	github.com/gin-gonic/gin => ../../../testdata/stubs/github.com/gin-gonic/gin
	github.com/gofiber/fiber/v2 => ../../../testdata/stubs/github.com/gofiber/fiber/v2
	github.com/labstack/echo/v4 => ../../../testdata/stubs/github.com/labstack/echo/v4
	github.com/sethgrid/pester => ../../../testdata/stubs/github.com/sethgrid/pester
)
