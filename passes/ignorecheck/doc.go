// Package ignorecheck reports directives that silence nothing.
//
// # Analyzer ignorecheck
//
// ignorecheck: report ignore directives that cannot work
//
// It reports comments "//prodvet:ignore CHECK REASON" that name no check, a check
// that does not exist, or give no reason. With the flag -unused-ignores the
// command prodvet also reports those that silenced nothing in the run.
//
// A directive with a typing mistake looks like a decision and is none, and one
// without a reason cannot be questioned by whoever finds it two years later,
// after the reason went away.
//
// For example, nobody will know why:
//
//	func warm(db *sql.DB) {
//		db.Exec("analyze orders") //prodvet:ignore swallowederr
//	}
//
// Instead:
//
//	func warm(db *sql.DB) {
//		db.Exec("analyze orders") //prodvet:ignore swallowederr the planner works without it
//	}
//
// Limits: whether a reason is a good one is for the reader. Comments in generated
// files are read like others.
package ignorecheck
