// Package ctxlife reports contexts that end before the work that uses them.
//
// # Analyzer ctxlife
//
// ctxlife: report contexts that end before their work does
//
// It reports three shapes. cancelled: a function returns rows, a row, a response
// or a stream whose context its own deferred cancel ends. outlives: the context
// of a request goes to a goroutine that nothing waits for, or into a struct that
// is sent to somebody. loop: cancels are deferred
// in a loop, so the contexts of all iterations live until the function returns.
//
// On localhost the answer fits into one packet and the goroutine is done before
// the handler returns. In production the rows are cut off with "context
// canceled", and the mail that was to be sent after the response never is.
//
// For example, the caller gets a row that is already cancelled:
//
//	func find(ctx context.Context, db *sql.DB, id int) *sql.Row {
//		ctx, cancel := context.WithTimeout(ctx, time.Second)
//		defer cancel()
//		return db.QueryRowContext(ctx, "select name from users where id = $1", id)
//	}
//
// Instead:
//
//	func find(ctx context.Context, db *sql.DB, id int) (name string, err error) {
//		ctx, cancel := context.WithTimeout(ctx, time.Second)
//		defer cancel()
//		err = db.QueryRowContext(ctx, "select name from users where id = $1", id).Scan(&name)
//		return name, err
//	}
//
// Limits: goroutines count in handlers (net/http, gin, echo, fiber), and only if
// the handler waits for nothing: no WaitGroup, no errgroup, no receive, no endless
// loop. A context with a deferred cancel is meant to end what it started, and
// context.WithoutCancel detaches. What a callee does with the context is not
// followed.
package ctxlife
