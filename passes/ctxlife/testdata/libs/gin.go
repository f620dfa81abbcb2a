// Package libs holds the contexts and the lazy results of libraries.
package libs

import (
	"context"
	"log"
	"net/http"
	"sync"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

func notify(ctx context.Context, what string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://notify.test/"+what, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func record(c *gin.Context) { log.Print(c.Param("id"), c.ClientIP()) }

func badRequestContext(c *gin.Context) {
	go notify(c.Request.Context(), "visit") // want `^the goroutine started here uses c\.Request\.Context\(\), which ends when the functio`
	c.Status(http.StatusAccepted)
}

func badRequestContextLiteral(c *gin.Context) {
	ctx := c.Request.Context()
	go func() { // want `^the goroutine started here uses ctx, which ends when the function returns`
		if err := notify(ctx, "visit"); err != nil {
			log.Print(err)
		}
	}()
	c.Status(http.StatusAccepted)
}

// A gin.Context is a context itself, and serves the next request soon.
func badItself(c *gin.Context) {
	go notify(c, "visit") // want `^the goroutine started here uses c, which ends when the function returns`
}

func badItselfArgument(c *gin.Context) {
	go record(c) // want `^the goroutine started here uses c, which ends when the function returns`
}

func FN_itselfMethod(c *gin.Context) {
	go func() {
		log.Print(c.Param("id"))
	}()
}

// The copy is safe to read, but its request ends all the same.
func FN_copyRequest(c *gin.Context) {
	cp := c.Copy()
	go func() {
		notify(cp.Request.Context(), cp.Param("id"))
	}()
}

func badGinHandler(events chan<- context.Context) gin.HandlerFunc {
	return func(c *gin.Context) {
		events <- c.Request.Context() // want `^c\.Request\.Context\(\) goes to whoever receives it, and ends when the function retu`
		c.Next()
	}
}

func badEcho(c echo.Context) error {
	go notify(c.Request().Context(), c.Param("id")) // want `^the goroutine started here uses c\.Request\(\)\.Context\(\), which ends when the funct`
	return c.NoContent(http.StatusAccepted)
}

func okCopy(c *gin.Context) {
	cp := c.Copy()
	go func() {
		log.Print(cp.Param("id"))
	}()
}

func okCopyArgument(c *gin.Context) {
	go record(c.Copy())
}

func okParameterRead(c *gin.Context) {
	id := c.Param("id")
	go notify(context.Background(), id)
}

func okDetached(c *gin.Context) {
	go notify(context.WithoutCancel(c.Request.Context()), "visit")
}

func okWaited(c *gin.Context) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		notify(c.Request.Context(), c.Param("id"))
	}()
	wg.Wait()
	c.Status(http.StatusOK)
}

func okEcho(c echo.Context) error {
	failed := make(chan error, 1)
	go func() { failed <- notify(c.Request().Context(), "visit") }()
	return <-failed
}
