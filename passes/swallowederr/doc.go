// Package swallowederr reports errors after which the program claims success.
//
// # Analyzer swallowederr
//
// swallowederr: report failures that end as a claim of success
//
// It reports calls after whose failure the program claims success. The question
// is not whether somebody looked at the error, but what happens then. On localhost the write
// succeeds. In production the disk is full, the connection breaks, a constraint
// fails: the payment is not stored, and the user sees success.
//
// For example, an order can vanish:
//
//	func save(db *sql.DB, id int) error {
//		_, err := db.Exec("insert into orders values ($1)", id)
//		if err != nil {
//			return nil
//		}
//		return nil
//	}
//
// Instead:
//
//	func save(db *sql.DB, id int) error {
//		_, err := db.Exec("insert into orders values ($1)", id)
//		if err != nil {
//			return fmt.Errorf("save order: %w", err)
//		}
//		return nil
//	}
//
// Each category follows the failure along the paths of the function:
//
//   - dropped: nobody takes the error of a write, or of a remote read whose
//     result is used. The error may be a result, a field (gorm) or behind a
//     method Err (Redis). Fix: return it.
//   - overwritten: its variable is set again before anybody reads it.
//   - nilreturn: the branch that found the error returns a nil one. Fix: return
//     the error, wrapped if the function wraps others.
//   - wrongerr: that branch returns another error, which is nil there.
//   - empty: the error of a write is found and forgotten.
//   - status200: a handler answers 2xx, or nothing, which is an empty 200.
//   - lostwrite: Commit, or the Flush or Close that writes what a buffer holds.
//   - recovered: the value of a panic goes nowhere, and a nil error is returned.
//   - partial: a loop leaves out what failed, and the function returns success.
//   - clientfault: a handler answers any failure of the database with 401, 403,
//     404, 409 or 410, and nobody is told: an outage looks like missing records.
//   - noreturn: a handler answers an error and runs on into a write or an answer
//     of success. Fix: return.
//
// Notes, shown with -swallowederr.notes: logonly (logged, and success returned),
// lost reads, a write dropped by name (_ = f()) or in a goroutine, Close of a
// written file, and the forms above where a log line or a value beside the nil
// error says that somebody thought of it.
//
// Handlers are those of net/http, gin, echo, fiber, and methods of gRPC services;
// helpers that answer for them are known by what they answer, across packages.
//
// Limits: what a call loses is known from a table of roots and, by fact, for the
// functions that call them; interface methods count if they return the results
// of database/sql, or if they take a context and are named for storing or
// fetching. Silent: an error that goes anywhere (a result, field, channel,
// callee), known errors told apart (errors.Is), a fallback or a flag set in the
// branch, functions whose error is always nil or that log it themselves,
// cleaning up, rollbacks, retries, and a comment that says why the error does
// not matter.
package swallowederr
