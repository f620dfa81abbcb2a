package basic

import (
	"context"
	"database/sql"
	"net"
	"net/http"
	"os/exec"
	"time"
)

// A transaction is rolled back when its context ends.
func badTx(ctx context.Context, db *sql.DB) (*sql.Tx, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.BeginTx(ctx, nil) // want `^the deferred cancel ends the context of db\.BeginTx before the caller reads the r`
}

// A process is killed when its context ends.
func badProcess(ctx context.Context) (*exec.Cmd, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sleep", "10") // want `^the deferred cancel ends the context of exec\.CommandContext before the caller re`
	return cmd, cmd.Start()
}

// The request cannot be sent any more.
func badRequest(ctx context.Context) (*http.Request, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return http.NewRequestWithContext(ctx, http.MethodGet, "http://files.test", nil) // want `^the deferred cancel ends the context of http\.NewRequestWithContext before the ca`
}

func FN_contextReturned(ctx context.Context) context.Context {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx
}

func okTx(ctx context.Context, db *sql.DB) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	return tx.Commit()
}

// The context is for the preparation only.
func okStmt(ctx context.Context, db *sql.DB) (*sql.Stmt, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.PrepareContext(ctx, "select name from users")
}

// The context is for the wait for a free connection only.
func okConn(ctx context.Context, db *sql.DB) (*sql.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return db.Conn(ctx)
}

// The context is for the dial only.
func okDial(ctx context.Context, addr string) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	var d net.Dialer
	return d.DialContext(ctx, "tcp", addr)
}

func okAddresses(ctx context.Context, host string) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return net.DefaultResolver.LookupHost(ctx, host)
}

func okOutput(ctx context.Context) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return exec.CommandContext(ctx, "date").Output()
}
