// Package ctxless reports calls that ignore the context in scope.
//
// # Analyzer ctxless
//
// ctxless: report calls that ignore the context in scope
//
// It reports calls that wait for another process (net/http, database/sql,
// os/exec, net, gorm, and by rule any function whose package or type has a twin
// named FooContext, FooWithContext or FooCtx) in a function that holds a
// context: a parameter, a captured variable, or a request of net/http, gin,
// echo or fiber. It reports calls of helpers that wait so and take no context,
// through other packages of the module too, with the chain to the call that
// waits: once for each helper, inside it if it is the package's own and all of
// its callers hold a context. It reports context.Background where the caller's
// context is in scope, and scheduled jobs that wait without any.
//
// On localhost the other side answers at once. In production it hangs: the
// caller gives up, the call does not, and the goroutine and its connection
// stay occupied until nothing is left to serve the next request.
//
// For example, the query runs on after the client has gone:
//
//	func count(ctx context.Context, db *sql.DB) (n int, err error) {
//		err = db.QueryRow("select count(*) from orders").Scan(&n)
//		return n, err
//	}
//
// Instead:
//
//	func count(ctx context.Context, db *sql.DB) (n int, err error) {
//		err = db.QueryRowContext(ctx, "select count(*) from orders").Scan(&n)
//		return n, err
//	}
//
// Limits: it is silent in main, in init, in tests, in goroutines and deferred
// calls (they may have to outlive the context), where WithContext follows, and
// where the only context is a fresh context.Background(). A twin counts only
// if the call is known, by the built-in table or by fact, to reach the network,
// a database or a process. A gorm database that is a parameter may have a
// context already, and a transaction that was not begun here has one. A fresh
// context is meant in functions whose name, or where a comment nearby, speaks of
// stopping, starting or detaching, in functions that run in goroutines only, in
// what is kept for later, and for taking back what was begun.
package ctxless
