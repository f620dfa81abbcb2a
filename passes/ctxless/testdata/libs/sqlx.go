package libs

import (
	"context"
	"net/http"

	"github.com/jmoiron/sqlx"
	"github.com/labstack/echo/v4"
)

type catalog struct{ db *sqlx.DB }

func badGet(ctx context.Context, db *sqlx.DB, u *user) error {
	return db.Get(u, "select * from users where id = $1", u.ID) // want `^db\.Get ignores the context in scope \(ctx\)`
}

func (c *catalog) badSelect(w http.ResponseWriter, r *http.Request) {
	var names []string
	if err := c.db.Select(&names, "select name from users"); err != nil { // want `^c\.db\.Select ignores the context in scope \(r\.Context\(\)\)`
		http.Error(w, "no names", http.StatusInternalServerError)
	}
}

func (c *catalog) badNamedExec(ctx context.Context, u user) error {
	_, err := c.db.NamedExec("update users set name = :name where id = :id", u) // want `^c\.db\.NamedExec ignores the context in scope \(ctx\)`
	return err
}

func (c *catalog) badMustExec(ctx context.Context) {
	c.db.MustExec("delete from carts") // want `^c\.db\.MustExec ignores the context in scope \(ctx\)`
}

func (c *catalog) badQueryx(e echo.Context) error {
	rows, err := c.db.Queryx("select * from users") // want `^c\.db\.Queryx ignores the context in scope \(e\.Request\(\)\.Context\(\)\)`
	if err != nil {
		return err
	}
	return rows.Close()
}

func (c *catalog) badBegin(ctx context.Context) (*sqlx.Tx, error) {
	return c.db.Beginx() // want `^c\.db\.Beginx ignores the context in scope \(ctx\)`
}

// Who began the transaction bound it to a context.
func okInTx(ctx context.Context, tx *sqlx.Tx, u *user) error {
	return tx.Get(u, "select * from users for update")
}

func FN_packageGet(ctx context.Context, db *sqlx.DB, n *int) error {
	return sqlx.Get(db, n, "select count(*) from users")
}

func FN_connect(ctx context.Context, dsn string) (*sqlx.DB, error) {
	return sqlx.Connect("postgres", dsn)
}

// The method of the embedded *sql.DB.
func badPromoted(ctx context.Context, db *sqlx.DB) error {
	_, err := db.Exec("truncate carts") // want `^db\.Exec ignores the context in scope \(ctx\)`
	return err
}

func okGet(ctx context.Context, db *sqlx.DB, u *user) error {
	return db.GetContext(ctx, u, "select * from users where id = $1", u.ID)
}

func (c *catalog) okSelect(w http.ResponseWriter, r *http.Request) {
	var names []string
	if err := c.db.SelectContext(r.Context(), &names, "select name from users"); err != nil {
		http.Error(w, "no names", http.StatusInternalServerError)
	}
}

func (c *catalog) okNamedExec(ctx context.Context, u user) error {
	_, err := c.db.NamedExecContext(ctx, "update users set name = :name", u)
	return err
}

func (c *catalog) okBegin(ctx context.Context) (*sqlx.Tx, error) { return c.db.BeginTxx(ctx, nil) }

func okConnect(ctx context.Context, dsn string) (*sqlx.DB, error) {
	return sqlx.ConnectContext(ctx, "postgres", dsn)
}

func (c *catalog) okNames(names *[]string) error {
	return c.db.Select(names, "select name from users") // no context to pass on
}

func okRebind(ctx context.Context, db *sqlx.DB) string {
	return db.Rebind("select ?") // sends nothing
}

// With the names of the twins, but for a map.
type table map[string]string

func (t table) Get(key string) string                             { return t[key] }
func (t table) GetContext(ctx context.Context, key string) string { return t[key] }

func okTable(ctx context.Context, t table) string { return t.Get("name") }

func (c *catalog) badOwnTx(ctx context.Context, u *user) error {
	tx, err := c.db.Beginx() // want `^c\.db\.Beginx ignores the context in scope \(ctx\)`
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := tx.Get(u, "select * from users for update"); err != nil { // want `^tx\.Get ignores the context in scope \(ctx\)`
		return err
	}
	return tx.Commit()
}

func (c *catalog) okBoundTx(ctx context.Context, u *user) error {
	tx, err := c.db.BeginTxx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := tx.Get(u, "select * from users for update"); err != nil {
		return err
	}
	return tx.Commit()
}

type unit struct{ tx *sqlx.Tx }

// Whoever made the unit has begun it.
func okFieldTx(ctx context.Context, w *unit, u *user) error {
	tx := w.tx
	return tx.Get(u, "select * from users for update")
}
