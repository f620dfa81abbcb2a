// The command serves with echo.
package main

import (
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
)

func main() {
	e := echo.New()
	e.GET("/", func(c echo.Context) error { return c.String(http.StatusOK, "hello") })
	log.Fatal(e.Start(":8080")) // want `^e\.Start serves, and nothing in the program shuts it down`
}
