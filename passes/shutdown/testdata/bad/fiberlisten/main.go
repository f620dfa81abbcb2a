// The command serves with fiber.
package main

import (
	"log"

	"github.com/gofiber/fiber/v2"
)

func main() {
	app := fiber.New()
	app.Get("/", func(c *fiber.Ctx) error { return c.SendString("hello") })
	log.Fatal(app.Listen(":3000")) // want `^app\.Listen serves, and nothing in the program shuts it down`
}
