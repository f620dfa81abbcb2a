// Package fiberh answers with fiber.
package fiberh

import (
	"database/sql"
	"log"

	"github.com/gofiber/fiber/v2"
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

func (a *api) badJSON(c *fiber.Ctx) error {
	it := item{Name: c.Params("name")}
	if err := save(a.db, it); err != nil { // want `the handler answers`
		log.Printf("save: %v", err)
	}
	return c.JSON(it)
}

func (a *api) badStatusJSON(c *fiber.Ctx) error {
	_, err := a.db.Exec("insert into items values (?)", c.Params("name"))
	if err != nil { // want `the handler answers`
		log.Print(err)
	}
	return c.Status(fiber.StatusCreated).JSON(fiber.Map{"ok": true})
}

// What the branch of the error answers by itself may be meant: many APIs answer
// 200 and say in the body what failed.
func (a *api) FN_sendStatus(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		log.Print(err)
		return c.SendStatus(fiber.StatusOK)
	}
	return c.SendStatus(fiber.StatusCreated)
}

func (a *api) badNil(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil { // want `the handler answers`
		log.Print(err)
		return nil
	}
	return c.SendStatus(fiber.StatusCreated)
}

func badClosure(db *sql.DB) fiber.Handler {
	return func(c *fiber.Ctx) error {
		err := save(db, item{Name: c.Params("name")})
		if err != nil { // want `the handler answers`
			log.Print(err)
		}
		return c.SendString("stored")
	}
}

func (a *api) badAnswersTwice(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		c.Status(500).JSON(fiber.Map{"error": "not stored"}) // want `the handler goes on to`
	}
	return c.Status(200).JSON(fiber.Map{"ok": true})
}

func (a *api) badWritesAnyway(c *fiber.Ctx) error {
	var it item
	if err := c.BodyParser(&it); err != nil {
		c.SendStatus(fiber.StatusBadRequest) // want `the handler goes on to`
	}
	if err := save(a.db, it); err != nil {
		return err
	}
	return c.SendStatus(fiber.StatusCreated)
}

func (a *api) okNewError(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		log.Print(err)
		return fiber.NewError(fiber.StatusInternalServerError, "not stored")
	}
	return c.SendStatus(fiber.StatusCreated)
}

func (a *api) okSentinel(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		return fiber.ErrInternalServerError
	}
	return c.SendStatus(fiber.StatusCreated)
}

func (a *api) okReturned(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		return err
	}
	return c.JSON(fiber.Map{"ok": true})
}

func (a *api) okStatusJSON(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"error": "not stored"})
	}
	return c.JSON(fiber.Map{"ok": true})
}

func (a *api) okSendStatus(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		log.Print(err)
		return c.SendStatus(500)
	}
	return c.SendStatus(200)
}

func (a *api) okStatusSet(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		log.Print(err)
		c.Status(fiber.StatusInternalServerError)
		return nil
	}
	return c.SendStatus(fiber.StatusCreated)
}

func (a *api) okRedirect(c *fiber.Ctx) error {
	if err := save(a.db, item{Name: c.Params("name")}); err != nil {
		log.Print(err)
		return c.Redirect("/error")
	}
	return c.Redirect("/items")
}
