// Package bound has work that ends with something else than the context in
// scope, and contexts in scope that nothing ends.
package bound

import (
	"context"
	"database/sql"
	"net"
	"os/exec"
)

// A Tx runs listeners after the commit.
type Tx struct {
	*sql.Tx
	after []func()
}

func begin(ctx context.Context, db *sql.DB) (*Tx, error) {
	tx, err := db.BeginTx(ctx, nil)
	return &Tx{Tx: tx}, err
}

func okStatement(ctx context.Context, tx *Tx, names []string) error {
	stmt, err := tx.PrepareContext(ctx, "INSERT INTO t VALUES ($1)")
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, n := range names {
		if _, err := stmt.Exec(n); err != nil {
			return err
		}
	}
	return nil
}

func badStatement(ctx context.Context, db *sql.DB, names []string) error {
	stmt, err := db.PrepareContext(ctx, "INSERT INTO t VALUES ($1)")
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, n := range names {
		if _, err := stmt.Exec(n); err != nil { // want `^stmt.Exec ignores the context in scope`
			return err
		}
	}
	return nil
}

func okHelper(ctx context.Context, db *sql.DB) error {
	tx, err := begin(ctx, db)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := apply(tx); err != nil {
		return err
	}
	return tx.Commit()
}

func apply(tx *Tx) error {
	var n int
	return tx.QueryRow("SELECT count(*) FROM t").Scan(&n)
}

func okSocket(ctx context.Context) (net.Conn, error) {
	return net.Dial("unix", "/run/agent.sock")
}

func badDial(ctx context.Context) (net.Conn, error) {
	return net.Dial("tcp", "agent.internal:80") // want `^net.Dial ignores the context in scope`
}

func okLivesOn(ctx context.Context) (*exec.Cmd, error) {
	cmd := exec.Command("worker")
	return cmd, cmd.Start()
}

func badWaits(ctx context.Context) error {
	cmd := exec.Command("convert") // want `^exec.Command ignores the context in scope`
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Wait()
}

type span struct{}

func startSpan(ctx context.Context, name string) (context.Context, *span) { return ctx, &span{} }

func okSpanOfNobody(db *sql.DB) error {
	ctx, _ := startSpan(context.Background(), "setup")
	if err := db.PingContext(ctx); err != nil {
		return err
	}
	_, err := db.Exec("SELECT 1")
	return err
}

var okCommand = func(db *sql.DB) error {
	ctx := context.Background()
	if err := db.PingContext(ctx); err != nil {
		return err
	}
	return db.PingContext(context.TODO())
}
