// Directives of other packages are judged in those: there is nothing to follow.
package interproc

import "database/sql"

//prodvet:ignore swallowederr the callers do not care
func okDeclaration(db *sql.DB) {
	db.Exec("q")
}
