// Package basic holds the plain cases of database/sql.
package basic

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"slices"
)

var errNotFound = errors.New("not found")

func badNeverCalled(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

func badClosed(open func() (files, error)) (n int, err error) {
	fs, err := open() // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer fs.Close()
	for fs.Next() {
		n++
	}
	return n, nil
}

// The Close of rows says nothing of what Next has met.
func badRowsClosed(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	return n, rows.Close()
}

func badToldOther(db *sql.DB) bool {
	rows, err := db.Query("q") /* want `\.Err is not asked after the last ` */ //nolint:bodyclose
	if err != nil {
		return false
	}
	defer rows.Close()
	return rows.Next()
}

// Err is asked where Next has just said that all is well.
func badOnlyInLoop(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Err(); err != nil {
			return 0, err
		}
		n++
	}
	return n, nil
}

func badEmptySkipsCheck(db *sql.DB) ([]int, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return nil, nil // no row, or no connection
	}
	return ids, rows.Err()
}

func badOnlyWhenStrict(db *sql.DB, strict bool) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if strict {
		if err := rows.Err(); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// The error that is returned is the one of the query, nil since long ago.
func badStaleError(db *sql.DB) ([]string, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, err
}

func badNakedReturn(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return
}

func badInClosure(db *sql.DB) func() (int, error) {
	return func() (int, error) {
		rows, err := db.Query("q") // want `\.Err is not asked after the last `
		if err != nil {
			return 0, err
		}
		defer rows.Close()
		n := 0
		for rows.Next() {
			n++
		}
		return n, nil
	}
}

func badInGoroutine(db *sql.DB, out chan<- string) {
	go func() {
		defer close(out)
		rows, err := db.Query("q") // want `\.Err is not asked after the last `
		if err != nil {
			log.Print(err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				log.Print(err)
				return
			}
			out <- s
		}
	}()
}

// The rows come from outside the literal that uses them up.
func badCaptured(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	count := func() {
		for rows.Next() {
			n++
		}
	}
	count()
	return n, nil
}

// A lost connection looks like a missing row.
func badNotFound(db *sql.DB, id int) (name string, err error) {
	rows, err := db.Query("q", id) // want `\.Err is not asked after the last `
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if !rows.Next() {
		return "", errNotFound
	}
	err = rows.Scan(&name)
	return name, err
}

func badSingleRow(db *sql.DB) (id int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if rows.Next() {
		if err := rows.Scan(&id); err != nil {
			return 0, err
		}
	}
	return id, nil
}

func badExists(db *sql.DB) (bool, error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return false, err
	}
	defer rows.Close()
	return rows.Next(), nil
}

func badFirstOfTwo(db *sql.DB) (n int, err error) {
	users, err := db.Query("a") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer users.Close()
	for users.Next() {
		n++
	}
	orders, err := db.Query("b")
	if err != nil {
		return 0, err
	}
	defer orders.Close()
	for orders.Next() {
		n++
	}
	return n, orders.Err()
}

// The second check asks the first rows again.
func badOtherRowsAsked(db *sql.DB) error {
	users, err := db.Query("a")
	if err != nil {
		return err
	}
	defer users.Close()
	for users.Next() {
	}
	if err := users.Err(); err != nil {
		return err
	}
	orders, err := db.Query("b") // want `\.Err is not asked after the last `
	if err != nil {
		return err
	}
	defer orders.Close()
	for orders.Next() {
	}
	return users.Err()
}

func badEachOfSeveral(db *sql.DB, queries []string) (n int, err error) {
	for _, q := range queries {
		rows, err := db.Query(q) // want `\.Err is not asked after the last `
		if err != nil {
			return 0, err
		}
		for rows.Next() {
			n++
		}
		if err := rows.Close(); err != nil {
			return 0, err
		}
	}
	return n, nil
}

// The break leaves before the end, but the end has no check either.
func badLabelledBreak(db *sql.DB, wanted []string) (found string, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return "", err
	}
	defer rows.Close()
search:
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return "", err
		}
		for _, w := range wanted {
			if s == w {
				found = s
				break search
			}
		}
	}
	return found, nil
}

func badGoto(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
again:
	if rows.Next() {
		n++
		goto again
	}
	return n, nil
}

func badReassigned(db *sql.DB) (n int, err error) {
	rows, err := db.Query("a") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	rows.Close()
	rows, err = db.Query("b")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err() // of the second query only
}

func badEndlessFor(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for {
		if !rows.Next() {
			break
		}
		n++
	}
	return n, nil
}

func badPostStatement(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for more := rows.Next(); more; more = rows.Next() {
		n++
	}
	return n, nil
}

func badLimitInCondition(db *sql.DB, limit int) (n int, err error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for n < limit && rows.Next() {
		n++
	}
	return n, nil
}

func okTx(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "q")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(new(int)); err != nil {
			return err
		}
	}
	return tx.Commit()
}

func badStmt(stmt *sql.Stmt) (ids []int, err error) {
	rows, err := stmt.Query(1) // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int
		if err = rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids, nil
}

func badPrinted(ctx context.Context, conn *sql.Conn) {
	rows, err := conn.QueryContext(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		log.Print(err)
		return
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			log.Print(err)
			continue
		}
		fmt.Println(s)
	}
}

type repo struct{ db *sql.DB }

func (r *repo) badMethod(ctx context.Context) (map[int]string, error) {
	rows, err := r.db.QueryContext(ctx, "q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	defer rows.Close()
	names := make(map[int]string)
	for rows.Next() {
		var id int
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, fmt.Errorf("names: %w", err)
		}
		names[id] = name
	}
	return names, nil
}

// Close has no error to give when the iteration failed.
func badCloseOnly(db *sql.DB) error {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	return rows.Close()
}

func badParameterClosed(rows *sql.Rows) (n int) {
	defer rows.Close()
	for rows.Next() { // want `\.Err is not asked after the last `
		n++
	}
	return n
}

var errOutOfOrder = errors.New("out of order")

// Whoever gets the error does not take it for the end of the data.
func okFails(db *sql.DB, id int) (name string, err error) {
	rows, err := db.Query("q", id)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if !rows.Next() {
		return "", errOutOfOrder
	}
	err = rows.Scan(&name)
	return name, err
}

// A read that failed has failed the transaction.
func okCommit(tx *sql.Tx) ([]int, error) {
	rows, err := tx.Query("update t set a = 1 returning id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []int
	for rows.Next() {
		var id int
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, tx.Commit()
}

var errNoRows = errors.New("no rows found")

// The caller gets an error, whatever it is called: a count always has a row.
func okOneRow(db *sql.DB) (n int, err error) {
	rows, err := db.Query("select count(*) from t")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		return 0, errNoRows
	}
	err = rows.Scan(&n)
	return n, err
}

// The caller asks for this one, and takes the failure for an empty table.
func badErrNoRows(db *sql.DB) (n int, err error) {
	rows, err := db.Query("select n from t") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if !rows.Next() {
		return 0, sql.ErrNoRows
	}
	err = rows.Scan(&n)
	return n, err
}

// What comes behind the rows fails, and the function with it.
func okFailsLater(db *sql.DB) (n int, err error) {
	rows, err := db.Query("select n from t")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	if err := db.Ping(); err != nil {
		return 0, err
	}
	return n, rows.Err()
}
