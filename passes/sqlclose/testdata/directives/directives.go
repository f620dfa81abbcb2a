// Package directives shows how findings are suppressed.
package directives

import "database/sql"

func okNext(db *sql.DB) error {
	//prodvet:ignore sqlclose the process ends right behind this
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	rows.Next()
	return nil
}

func okSame(db *sql.DB) error {
	rows, err := db.Query("q") //prodvet:ignore sqlclose,rowserr the process ends right behind this
	if err != nil {
		return err
	}
	rows.Next()
	return nil
}

// okDeclaration is a probe.
//
//prodvet:ignore sqlclose the process ends right behind this
func okDeclaration(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	rows.Next()
	return nil
}

func badNoReason(db *sql.DB) error {
	//prodvet:ignore sqlclose
	rows, err := db.Query("q") // want `^rows is never closed .*needs a reason behind the name of the check\)$`
	if err != nil {
		return err
	}
	rows.Next()
	return nil
}

func badOtherCheck(db *sql.DB) error {
	//prodvet:ignore ioclose the process ends right behind this
	rows, err := db.Query("q") // want `^rows is never closed `
	if err != nil {
		return err
	}
	rows.Next()
	return nil
}
