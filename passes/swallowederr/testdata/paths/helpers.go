// Package paths holds errors that are lost somewhere along a path.
package paths

import (
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"sync"
)

type order struct {
	ID    int
	Total float64
}

type user struct {
	ID   int
	Name string
}

type config struct{ Addr string }

var defaults = config{Addr: ":8080"}

func saveOrder(db *sql.DB, o order) error {
	_, err := db.Exec("insert into orders values (?, ?)", o.ID, o.Total)
	return err
}

func markPaid(db *sql.DB, id int) error {
	_, err := db.Exec("update orders set paid = true where id = ?", id)
	return err
}

func loadOrder(db *sql.DB, id int) (order, error) {
	o := order{ID: id}
	err := db.QueryRow("select total from orders where id = ?", id).Scan(&o.Total)
	return o, err
}

func readConfig(path string) (config, error) {
	var c config
	data, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(data, &c)
}

func inTx(db *sql.DB, fn func(*sql.Tx) error) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	if err := fn(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

type counter struct{ n int }

func (c *counter) Inc() { c.n++ }

// A group has the shape of errgroup.Group.
type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *group) Go(fn func() error) {
	g.wg.Go(func() {
		if err := fn(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	})
}

func (g *group) Wait() error {
	g.wg.Wait()
	return g.err
}
