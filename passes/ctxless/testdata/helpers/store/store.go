// Package store waits for a database and takes no context, mostly. Nobody in it
// holds one, so nothing is reported here.
package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"time"
)

// Users waits in the method itself.
type Users struct{ db *sql.DB }

func (u *Users) Load(id int) (name string, err error) {
	err = u.db.QueryRow("select name from users where id = $1", id).Scan(&name)
	return name, err
}

func (u *Users) Rename(id int, name string) error {
	_, err := u.db.Exec("update users set name = $2 where id = $1", id, name)
	return err
}

func (u *Users) Find(ctx context.Context, name string) (id int, err error) {
	err = u.db.QueryRowContext(ctx, "select id from users where name = $1", name).Scan(&id)
	return id, err
}

// Orders waits one level deeper.
type Orders struct{ db *sql.DB }

func (o *Orders) Total(customer int) (int, error) {
	return o.sum("select sum(amount) from orders where customer = $1", customer)
}

func (o *Orders) sum(q string, args ...any) (n int, err error) {
	err = o.db.QueryRow(q, args...).Scan(&n)
	return n, err
}

// Reports waits two levels deeper.
type Reports struct{ orders *Orders }

func (r *Reports) Monthly(customers []int) (sum int, err error) {
	for _, c := range customers {
		n, err := r.orders.Total(c)
		if err != nil {
			return 0, err
		}
		sum += n
	}
	return sum, nil
}

// Accounts has a twin.
type Accounts struct{ db *sql.DB }

func (a *Accounts) Close(id int) error { return a.CloseContext(context.Background(), id) }

func (a *Accounts) CloseContext(ctx context.Context, id int) error {
	_, err := a.db.ExecContext(ctx, "update accounts set closed = true where id = $1", id)
	return err
}

// Sessions bounds its wait itself.
type Sessions struct{ db *sql.DB }

func (s *Sessions) Touch(id string) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_, err := s.db.ExecContext(ctx, "update sessions set seen = now() where id = $1", id)
	return err
}

// Files waits for this machine only.
type Files struct{ dir string }

func (f *Files) Read(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.dir, name))
}

// Version is a function.
func Version(db *sql.DB) (v string, err error) {
	err = db.QueryRow("select version()").Scan(&v)
	return v, err
}

// Insert builds a statement and sends nothing.
func Insert(table string) string { return "insert into " + table + " default values" }
