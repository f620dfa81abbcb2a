// Package fiberlimited serves with fiber and a limit.
package fiberlimited

import (
	"time"

	"github.com/gofiber/fiber/v2"
)

func okConfig() error {
	app := fiber.New(fiber.Config{ReadTimeout: 5 * time.Second})
	return app.Listen(":3000")
}

func okConfigVariable() error {
	cfg := fiber.Config{AppName: "shop"}
	cfg.ReadTimeout = 5 * time.Second
	return fiber.New(cfg).Listen(":3000")
}

// What the caller configures is not known.
func okConfigParameter(cfg fiber.Config) error { return fiber.New(cfg).Listen(":3000") }

func newApp() *fiber.App {
	return fiber.New(fiber.Config{AppName: "shop", ReadTimeout: 5 * time.Second})
}

func okMadeByHelper(addr string) error { return newApp().Listen(addr) }
