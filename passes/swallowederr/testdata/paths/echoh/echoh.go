// Package echoh answers with echo.
package echoh

import (
	"database/sql"
	"errors"
	"log"
	"net/http"

	"github.com/labstack/echo/v4"
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

func (a *api) badJSON(c echo.Context) error {
	it := item{Name: c.Param("name")}
	if err := save(a.db, it); err != nil { // want `the handler answers`
		log.Printf("save: %v", err)
	}
	return c.JSON(http.StatusOK, it)
}

// What the branch of the error answers by itself may be meant: many APIs answer
// 200 and say in the body what failed.
func (a *api) FN_branch(c echo.Context) error {
	_, err := a.db.Exec("delete from items where name = ?", c.Param("name"))
	if err != nil {
		return c.JSON(http.StatusOK, map[string]bool{"ok": true})
	}
	return c.JSON(http.StatusOK, map[string]bool{"ok": true})
}

func (a *api) badNoContent(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil { // want `the handler answers`
		log.Print(err)
	}
	return c.NoContent(http.StatusNoContent)
}

func (a *api) badNil(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil { // want `the handler answers`
		log.Print(err)
		return nil
	}
	return c.NoContent(http.StatusCreated)
}

func badClosure(db *sql.DB) echo.HandlerFunc {
	return func(c echo.Context) error {
		err := save(db, item{Name: c.Param("name")})
		if err != nil { // want `the handler answers`
			log.Print(err)
		}
		return c.String(200, "stored")
	}
}

func (a *api) badAnswersTwice(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.JSON(http.StatusInternalServerError, map[string]bool{"ok": false}) // want `the handler goes on to`
	}
	return c.JSON(http.StatusOK, map[string]bool{"ok": true})
}

func (a *api) badWritesAnyway(c echo.Context) error {
	var it item
	if err := c.Bind(&it); err != nil {
		c.String(http.StatusBadRequest, "bad item") // want `the handler goes on to`
	}
	if err := save(a.db, it); err != nil {
		return err
	}
	return c.NoContent(http.StatusCreated)
}

func (a *api) okHTTPError(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		log.Print(err)
		return echo.NewHTTPError(http.StatusInternalServerError, "not stored")
	}
	return c.NoContent(http.StatusCreated)
}

func (a *api) okReturned(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		return err
	}
	return c.NoContent(http.StatusCreated)
}

func (a *api) okJSON(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		return c.JSON(500, map[string]string{"error": "not stored"})
	}
	return c.JSON(200, map[string]bool{"ok": true})
}

func (a *api) okHanded(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		c.Error(err) // the error handler answers
		return nil
	}
	return c.NoContent(http.StatusCreated)
}

func (a *api) okSentinel(c echo.Context) error {
	var id int
	err := a.db.QueryRow("select id from items where name = ?", c.Param("name")).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return c.NoContent(http.StatusNotFound)
	}
	if err != nil {
		return err
	}
	return c.JSON(http.StatusOK, id)
}

func (a *api) okRedirect(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		log.Print(err)
		return c.Redirect(http.StatusSeeOther, "/error")
	}
	return c.Redirect(http.StatusSeeOther, "/items")
}

func fail(c echo.Context, err error) error {
	log.Print(err)
	return c.String(http.StatusInternalServerError, "not stored")
}

func (a *api) okHelper(c echo.Context) error {
	if err := save(a.db, item{Name: c.Param("name")}); err != nil {
		return fail(c, err)
	}
	return c.NoContent(http.StatusCreated)
}
