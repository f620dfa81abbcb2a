// Package fiberlisten serves with fiber and no limit.
package fiberlisten

import (
	"time"

	"github.com/gofiber/fiber/v2"
)

func badListen() error {
	app := fiber.New()
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("hello") })
	return app.Listen(":3000") // want `^app\.Listen serves without a read timeout`
}

func badConfigWithoutTimeout() error {
	app := fiber.New(fiber.Config{AppName: "shop", BodyLimit: 1 << 20})
	return app.Listen(":3000") // want `^app\.Listen serves without a read timeout`
}

// The other timeouts begin when the request is there.
func badOtherTimeouts() error {
	app := fiber.New(fiber.Config{WriteTimeout: 10 * time.Second, IdleTimeout: time.Minute})
	return app.Listen(":3000") // want `^app\.Listen serves without a read timeout`
}

func badListenTLS() error {
	return fiber.New().ListenTLS(":3443", "server.crt", "server.key") // want `^fiber\.New\(\)\.ListenTLS serves without a read timeout`
}

func okLocalhost() error { return fiber.New().Listen("127.0.0.1:3000") }
