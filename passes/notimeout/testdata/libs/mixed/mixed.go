// Package mixed has frameworks with and without limit side by side: what is set
// for one says nothing of another.
package mixed

import (
	"time"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
)

func okEcho() error {
	e := echo.New()
	e.Server.ReadHeaderTimeout = 5 * time.Second
	return e.Start(":8080")
}

func FN_echo() error {
	e := echo.New()
	return e.Start(":8081")
}

func okFiber() error {
	return fiber.New(fiber.Config{ReadTimeout: time.Second}).Listen(":8082")
}

func FN_fiber() error {
	return fiber.New().Listen(":8083")
}

// The server that gin makes cannot be limited.
func FN_gin() error {
	return gin.New().Run(":8084")
}
