// Package ginh answers with gin.
package ginh

import (
	"database/sql"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
)

type item struct {
	ID   int
	Name string
}

func save(db *sql.DB, it item) error {
	_, err := db.Exec("insert into items values (?, ?)", it.ID, it.Name)
	return err
}

type api struct{ db *sql.DB }

func (a *api) badJSON(c *gin.Context) {
	it := item{Name: c.Param("name")}
	if err := save(a.db, it); err != nil { // want `the handler answers`
		log.Printf("save: %v", err)
	}
	c.JSON(200, it)
}

func (a *api) badStatus(c *gin.Context) {
	_, err := a.db.Exec("delete from items where name = ?", c.Param("name"))
	if err != nil { // want `the handler answers`
		log.Print(err)
	}
	c.Status(http.StatusNoContent)
}

func (a *api) badString(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil { // want `the handler answers`
		log.Print(err)
	}
	c.String(http.StatusOK, "stored")
}

func (a *api) badNoAnswer(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil { // want `the handler answers`
		log.Print(err)
		return
	}
	c.JSON(http.StatusCreated, gin.H{"ok": true})
}

// What the branch of the error answers by itself may be meant: many APIs answer
// 200 and say in the body what failed.
func FN_closure(db *sql.DB) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := save(db, item{Name: c.Param("name")}); err != nil {
			log.Print(err)
			c.JSON(http.StatusOK, gin.H{"ok": true})
			return
		}
		c.JSON(http.StatusOK, gin.H{"ok": true})
	}
}

func (a *api) badAnswersTwice(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.JSON(500, gin.H{"error": "not stored"}) // want `the handler goes on to`
	}
	c.JSON(200, gin.H{"ok": true})
}

func (a *api) badWritesAnyway(c *gin.Context) {
	var it item
	if err := c.ShouldBindJSON(&it); err != nil {
		c.AbortWithStatusJSON(http.StatusBadRequest, gin.H{"error": err.Error()}) // want `the handler goes on to`
	}
	if err := save(a.db, it); err != nil {
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.Status(http.StatusCreated)
}

func (a *api) okJSON(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": "not stored"})
		return
	}
	c.JSON(http.StatusOK, gin.H{"ok": true})
}

func (a *api) okAbort(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.AbortWithStatusJSON(500, gin.H{"error": err.Error()})
		return
	}
	c.Status(http.StatusCreated)
}

func (a *api) okAttached(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.Error(err) // a middleware answers
		return
	}
	c.Status(http.StatusCreated)
}

func fail(c *gin.Context, err error) {
	log.Print(err)
	c.AbortWithStatus(http.StatusInternalServerError)
}

func (a *api) okHelper(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		fail(c, err)
		return
	}
	c.Status(http.StatusCreated)
}

func (a *api) okElse(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.JSON(500, gin.H{"error": "not stored"})
	} else {
		c.JSON(200, gin.H{"ok": true})
	}
}

func (a *api) okLast(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		_ = c.AbortWithError(http.StatusInternalServerError, err)
	}
}

func (a *api) okRedirect(c *gin.Context) {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		log.Print(err)
		c.Redirect(http.StatusSeeOther, "/error")
		return
	}
	c.Redirect(http.StatusSeeOther, "/items")
}

func okMiddleware(allowed func(*gin.Context) error) gin.HandlerFunc {
	return func(c *gin.Context) {
		if err := allowed(c); err != nil {
			c.AbortWithStatus(http.StatusForbidden)
		}
		c.Next() // runs nothing after Abort
	}
}
