package limits

import "database/sql"

// Whether a reason is one cannot be seen.
func FN_reason(db *sql.DB) {
	db.Exec("q") //prodvet:ignore swallowederr .
}
