package store

import (
	"context"
	"database/sql"
	"net/http"
	"time"
)

// Carts waits in methods that only this package calls.
type Carts struct{ db *sql.DB }

func (c *Carts) Checkout(ctx context.Context, id int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return c.badEmpty(id)
}

func (c *Carts) Discard(ctx context.Context, id int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return c.badEmpty(id)
}

// Every caller holds a context.
func (c *Carts) badEmpty(id int) error {
	_, err := c.db.Exec("delete from items where cart = $1", id) // want `^badEmpty waits in c\.db\.Exec and takes no context, though its callers hold one`
	return err
}

func (c *Carts) Merge(ctx context.Context, from, to int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return c.okMove(from, to)
}

// The cause is one level deeper.
func (c *Carts) okMove(from, to int) error { return c.badAssign(from, to) }

func (c *Carts) badAssign(from, to int) error {
	_, err := c.db.Exec("update items set cart = $2 where cart = $1", from, to) // want `^badAssign waits in c\.db\.Exec and takes no context, though its callers hold one`
	return err
}

// Two statements are one cause.
func (c *Carts) badReset(id int) error {
	if _, err := c.db.Exec("delete from items where cart = $1", id); err != nil { // want `^badReset waits in c\.db\.Exec and takes no context, though its callers hold one`
		return err
	}
	_, err := c.db.Exec("delete from carts where id = $1", id)
	return err
}

func (c *Carts) Reset(ctx context.Context, id int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return c.badReset(id)
}

func badPrice(sku string) (*http.Response, error) {
	return http.Get("http://prices.test/" + sku) // want `^badPrice waits in http\.Get and takes no context, though its callers hold one`
}

func (c *Carts) Price(w http.ResponseWriter, r *http.Request) {
	resp, err := badPrice(r.FormValue("sku"))
	if err != nil {
		w.WriteHeader(http.StatusBadGateway)
		return
	}
	resp.Body.Close()
}

func badNotify(client *http.Client, id int) error {
	req, err := http.NewRequest(http.MethodPost, "http://mail.test", nil) // want `^badNotify waits in client\.Do and takes no context, though its callers hold one`
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func (c *Carts) Notify(ctx context.Context, client *http.Client, id int) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return badNotify(client, id)
}

// Coupons has a helper that is called without a context, too: it cannot simply
// take one, and is reported where there is one.
type Coupons struct{ db *sql.DB }

func (c *Coupons) okPurge() error {
	_, err := c.db.Exec("delete from coupons where expired")
	return err
}

func (c *Coupons) badRedeem(ctx context.Context, code string) error {
	if _, err := c.db.ExecContext(ctx, "update coupons set used = true where code = $1", code); err != nil {
		return err
	}
	return c.okPurge() // want `^c\.okPurge waits in c\.db\.Exec and takes no context, though one is in scope \(ctx\)`
}

func (c *Coupons) loop() {
	for range time.Tick(time.Hour) {
		c.okPurge()
	}
}

// Tokens bounds its wait itself, though a context is in reach.
type Tokens struct{ db *sql.DB }

func (t *Tokens) badIssue(ctx context.Context, user int) error {
	short, cancel := context.WithTimeout(context.Background(), time.Second) // want `stands where a context is in scope \(ctx\)`
	defer cancel()
	_, err := t.db.ExecContext(short, "insert into tokens (owner) values ($1)", user)
	return err
}

func (t *Tokens) okRevoke(user int) error {
	short, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, err := t.db.ExecContext(short, "delete from tokens where owner = $1", user)
	return err
}

func (t *Tokens) okReissue(ctx context.Context, user int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return t.okRevoke(user) // it does not wait for ever
}
