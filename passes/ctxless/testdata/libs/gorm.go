// Package libs holds the calls of third-party libraries and of frameworks.
package libs

import (
	"context"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"
	"github.com/gofiber/fiber/v2"
	"github.com/labstack/echo/v4"
	"gorm.io/gorm"
)

type user struct {
	ID   int
	Name string
}

type purchase struct {
	ID     int
	UserID int
}

var shared *gorm.DB

func database() *gorm.DB { return shared }

type repo struct{ db *gorm.DB }

func badGlobal(ctx context.Context, u *user) error {
	return shared.Create(u).Error // want `^shared\.Create ignores the context in scope \(ctx\)`
}

func (r *repo) badField(ctx context.Context, u *user) error {
	return r.db.Save(u).Error // want `^r\.db\.Save ignores the context in scope \(ctx\)`
}

func (r *repo) badFilters(ctx context.Context, name string) (out []user, err error) {
	err = r.db.Where("name = ?", name).Order("id").Limit(10).Find(&out).Error // want `^r\.db\.Where\(\.\.\.\)\.Order\(\.\.\.\)\.Limit\(\.\.\.\)\.Find ignores the context in s`
	return out, err
}

func (r *repo) badOverLines(ctx context.Context, team int) (u user, err error) {
	err = r.db. // want `^r\.db\.Preload\(\.\.\.\)\.Where\(\.\.\.\)\.First ignores the context i`
			Preload("Purchases").
			Where("team_id = ?", team).
			First(&u).Error
	return u, err
}

func (r *repo) badHandler(w http.ResponseWriter, req *http.Request) {
	var n int64
	if err := r.db.Model(&user{}).Count(&n).Error; err != nil { // want `^r\.db\.Model\(&user\{\}\)\.Count ignores the context in scope \(req\.Context\(\)\)`
		http.Error(w, "no count", http.StatusInternalServerError)
		return
	}
	w.Write(strconv.AppendInt(nil, n, 10))
}

func (r *repo) badGin(c *gin.Context) {
	r.db.Delete(&user{}, c.Param("id")) // want `^r\.db\.Delete ignores the context in scope \(c\.Request\.Context\(\)\)`
	c.Status(http.StatusNoContent)
}

func (r *repo) badEcho(c echo.Context) error {
	var u user
	if err := r.db.Take(&u, "id = ?", c.Param("id")).Error; err != nil { // want `^r\.db\.Take ignores the context in scope \(c\.Request\(\)\.Context\(\)\)`
		return err
	}
	return c.JSON(http.StatusOK, u)
}

func (r *repo) badFiber(c *fiber.Ctx) error {
	res := r.db.Model(&user{}).Where("id = ?", c.Params("id")).Updates(map[string]any{"name": "x"}) // want `^r\.db\.Model\(\.\.\.\)\.Where\(\.\.\.\)\.Updates ignores the context `
	return res.Error
}

func (r *repo) badRaw(ctx context.Context) (ids []int, err error) {
	err = r.db.Raw("select id from users where name <> ''").Scan(&ids).Error // want `^r\.db\.Raw\(\.\.\.\)\.Scan ignores the context in sc`
	return ids, err
}

func (r *repo) badLocal(ctx context.Context, u *user) error {
	db := r.db
	return db.Create(u).Error // want `^db\.Create ignores the context in scope \(ctx\)`
}

func (r *repo) badBuiltUp(ctx context.Context, name string) (out []user, err error) {
	q := r.db.Model(&user{}).Order("id")
	if name != "" {
		q = q.Where("name = ?", name)
	}
	err = q.Find(&out).Error // want `^q\.Find ignores the context in scope \(ctx\)`
	return out, err
}

func (r *repo) badTransaction(ctx context.Context, u *user) error {
	return r.db.Transaction(func(tx *gorm.DB) error { return tx.Create(u).Error }) // want `^r\.db\.Transaction ignores the context in scope \(ctx\)`
}

func (r *repo) badTransactionOverLines(ctx context.Context, u *user, p *purchase) error {
	return r.db.Transaction(func(tx *gorm.DB) error { // want `^r\.db\.Transaction ignores the context in scope \(ctx\)`
		if err := tx.Create(u).Error; err != nil {
			return err
		}
		p.UserID = u.ID
		return tx.Create(p).Error
	})
}

// The closure leaves its transaction and, with it, the context.
func (r *repo) badBesideTransaction(ctx context.Context, u *user) error {
	return r.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		return r.db.Create(u).Error // want `^r\.db\.Create ignores the context in scope \(ctx\)`
	})
}

func (r *repo) badExec(ctx context.Context) error {
	return r.db.Exec("update users set seen = now()").Error // want `^r\.db\.Exec ignores the context in scope \(ctx\)`
}

func (r *repo) badRows(ctx context.Context) error {
	rows, err := r.db.Table("users").Select("name").Rows() // want `^r\.db\.Table\("users"\)\.Select\("name"\)\.Rows ignores the context in scope \(ctx\)`
	if err != nil {
		return err
	}
	return rows.Close()
}

func (r *repo) badEach(ctx context.Context, users []*user) error {
	for _, u := range users {
		if err := r.db.FirstOrCreate(u).Error; err != nil { // want `^r\.db\.FirstOrCreate ignores the context in scope \(ctx\)`
			return err
		}
	}
	return nil
}

func (r *repo) badSession(ctx context.Context, out *[]user) error {
	return r.db.Session(&gorm.Session{PrepareStmt: true}).Find(out).Error // want `^r\.db\.Session\(&gorm\.Session\{…\}\)\.Find ignores the context in scope \(ctx\)`
}

func badGetter(ctx context.Context, names *[]string) error {
	return database().Model(&user{}).Pluck("name", names).Error // want `^database\(\)\.Model\(&user\{\}\)\.Pluck ignores the context in scope \(ctx\)`
}

func (r *repo) okFirst(ctx context.Context, u *user) error {
	return r.db.WithContext(ctx).Where("name <> ''").First(u).Error
}

func (r *repo) okFurtherOn(ctx context.Context, u *user) error {
	return r.db.Where("name <> ''").WithContext(ctx).First(u).Error
}

func (r *repo) okLines(ctx context.Context, out *[]user) error {
	return r.db.
		WithContext(ctx).
		Preload("Purchases").
		Find(out).Error
}

func (r *repo) okVariable(ctx context.Context, u *user, p *purchase) error {
	db := r.db.WithContext(ctx)
	if err := db.Create(u).Error; err != nil {
		return err
	}
	return db.Create(p).Error
}

func (r *repo) okVariableSetTwice(ctx context.Context, u *user) error {
	db := r.db
	db = db.WithContext(ctx)
	return db.Create(u).Error
}

func (r *repo) okBuiltUp(ctx context.Context, name string) (n int64, err error) {
	q := r.db.WithContext(ctx).Model(&user{})
	if name != "" {
		q = q.Where("name = ?", name)
	}
	err = q.Count(&n).Error
	return n, err
}

func (r *repo) okHandler(w http.ResponseWriter, req *http.Request) {
	var out []user
	r.db.WithContext(req.Context()).Find(&out)
}

func (r *repo) okTransaction(ctx context.Context, u *user) error {
	return r.db.WithContext(ctx).Transaction(func(tx *gorm.DB) error {
		if err := tx.Save(u).Error; err != nil {
			return err
		}
		return tx.Create(&purchase{UserID: u.ID}).Error
	})
}

func (r *repo) okBegin(ctx context.Context, u *user) error {
	tx := r.db.WithContext(ctx).Begin()
	if err := tx.Create(u).Error; err != nil {
		tx.Rollback()
		return err
	}
	return tx.Commit().Error
}

func (r *repo) okSession(ctx context.Context, out *[]user) error {
	return r.db.Session(&gorm.Session{Context: ctx}).Find(out).Error // another way to attach it
}

func okGetter(ctx context.Context, u *user) error {
	return database().WithContext(ctx).Take(u).Error
}

func okParameter(ctx context.Context, db *gorm.DB, u *user) error {
	return db.Create(u).Error // the caller may have attached a context
}

type connKey struct{}

func connFrom(ctx context.Context) *gorm.DB {
	db, _ := ctx.Value(connKey{}).(*gorm.DB)
	return db
}

func okFromContext(ctx context.Context, u *user) error {
	return connFrom(ctx).Create(u).Error // what it returns may have a context
}

func (r *repo) conn(ctx context.Context) *gorm.DB { return r.db.WithContext(ctx) }

func (r *repo) okConn(ctx context.Context, u *user) error { return r.conn(ctx).First(u).Error }

func (r *repo) okUnheld(u *user) error { return r.db.Create(u).Error } // no context to pass on

func (r *repo) okOnlyBuilt(ctx context.Context) *gorm.DB {
	return r.db.Model(&user{}).Where("name <> ''") // nothing is sent yet
}

func page(n int) func(*gorm.DB) *gorm.DB {
	return func(db *gorm.DB) *gorm.DB { return db.Offset(10 * n).Limit(10) }
}

func (r *repo) okScope(ctx context.Context, out *[]user) error {
	return r.db.WithContext(ctx).Scopes(page(2)).Find(out).Error
}

// BeforeCreate is a hook: gorm hands it the database of the statement.
func (p *purchase) BeforeCreate(tx *gorm.DB) error { return tx.First(&user{}, p.UserID).Error }

func (r *repo) okGoroutine(c *gin.Context) {
	go func() {
		r.db.Create(&purchase{}) // may have to outlive the request
	}()
}

func (r *repo) okDeferred(ctx context.Context) {
	defer r.db.Exec("select pg_advisory_unlock(1)") // must run when ctx is cancelled
}

func openFor(d gorm.Dialector) (*gorm.DB, error) {
	db, err := gorm.Open(d)
	if err != nil {
		return nil, err
	}
	return db, db.Exec("set search_path = app").Error // no context here
}
