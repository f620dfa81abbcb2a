package basic

import "database/sql"

func badNoReason(db *sql.DB) {
	/* want `^the directive gives no reason and silences nothing: write one behind swallowederr$` */ //prodvet:ignore swallowederr
	db.Exec("q")
}

func badUnknown(db *sql.DB) {
	/* want `^the directive names "sqlclosed", which is no check, and silences nothing for it: write sqlclose$` */ //prodvet:ignore sqlclosed the process ends here
	db.Query("q")
}

func badUnknownSecond(db *sql.DB) {
	/* want `^the directive names "x", which is no check, and silences nothing for it: prodvet help lists them$` */ //prodvet:ignore sqlclose,x the process ends here
	db.Query("q")
}

func badNothing(db *sql.DB) {
	/* want `^the directive names no check and silences nothing: write //prodvet:ignore CHECK REASON$` */ //prodvet:ignore
	db.Query("q")
}

func okReason(db *sql.DB) {
	db.Exec("q") //prodvet:ignore swallowederr a hint only
}

// The reason of several checks is one.
func okSeveral(db *sql.DB) {
	//prodvet:ignore swallowederr,ctxless a hint only
	db.Exec("q")
}

// Another directive.
//
//prodvet:ignored
func okOther() {}
