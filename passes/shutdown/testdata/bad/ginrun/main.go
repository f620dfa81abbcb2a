// The command serves with gin.
package main

import (
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	r.POST("/orders", func(c *gin.Context) { c.JSON(http.StatusCreated, gin.H{"id": 1}) })
	if err := r.Run(":8080"); err != nil { // want `^r\.Run serves, and nothing in the program shuts it down`
		log.Fatal(err)
	}
}
