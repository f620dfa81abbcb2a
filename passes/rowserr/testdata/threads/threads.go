// Package threads has shapes from reports and proposals about such checks, with the right verdict.
package threads

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"iter"
	"log"
	"net/http"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jmoiron/sqlx"
	"go.mongodb.org/mongo-driver/mongo"
)

// rowserrcheck issue 16: the literal that closes the rows captures their variable.
func okDeferredLiteral(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
	}
	return rows.Err()
}

// rowserrcheck issue 16, without the question.
func badDeferredLiteral(db *sql.DB) error {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
	}
	return nil
}

// rowserrcheck issue 19: a literal makes the rows, the function around it uses them up.
func okFromLiteral(db *sql.DB) error {
	var rows *sql.Rows
	func() {
		var err error
		if rows, err = db.Query("q"); err != nil {
			panic(err)
		}
	}()
	for rows.Next() {
	}
	return rows.Err()
}

func useUp(rows *sql.Rows) error {
	for rows.Next() {
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return nil
}

// rowserrcheck issue 20, in one package: the function that iterates asks.
func okUsedUp(db *sql.DB) error {
	rows, err := db.Query("q")
	if err != nil {
		return err
	}
	defer rows.Close()
	err = useUp(rows)
	if err != nil {
		return err
	}
	return nil
}

func finish(rows *sql.Rows, err *error) {
	if e := rows.Err(); e != nil && *err == nil {
		*err = e
	}
	_ = rows.Close()
}

// rowserrcheck pull request 30: a deferred function gets the rows and asks.
func okDeferredFunction(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer finish(rows, &err)
	for rows.Next() {
		n++
	}
	return n, nil
}

// golangci-lint pull request 849: rows for the caller have not been iterated.
func okForCaller(db *sql.DB) (*sql.Rows, error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// golangci-lint pull request 1670: only one branch has rows.
func okSometimes(db *sql.DB, some bool) (n int, err error) {
	var rows *sql.Rows
	if some {
		if rows, err = db.Query("q"); err != nil {
			return 0, err
		}
	}
	if rows == nil {
		return 0, nil
	}
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

// golangci-lint pull request 1670, without the question.
func badSometimes(db *sql.DB, some bool) (n int, err error) {
	var rows *sql.Rows
	if some {
		if rows, err = db.Query("q"); err != nil { // want `\.Err is not asked after the last `
			return 0, err
		}
	}
	if rows == nil {
		return 0, nil
	}
	for rows.Next() {
		n++
	}
	return n, nil
}

// pgx issue 935: either query makes the rows of the one loop.
func okEither(ctx context.Context, pool *pgxpool.Pool, last int) (n int, err error) {
	var rows pgx.Rows
	if last == 0 {
		rows, err = pool.Query(ctx, "first")
	} else {
		rows, err = pool.Query(ctx, "next", last)
	}
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, rows.Err()
}

// golangci-lint issue 945: "a style for pass rowserrcheck" that satisfies the linter only.
func badAppeased(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer func() {
		_ = rows.Close()
		_ = rows.Err() // want `^the answer of `
	}()
	for rows.Next() {
		n++
	}
	return n, nil
}

// golangci-lint issue 945, done right.
func okJoinedInDefer(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, rows.Err()) }()
	defer rows.Close()
	for rows.Next() {
		n++
	}
	return n, nil
}

// launcher pull request 2087: logged after the Close, in the same defer.
func okLoggedInDefer(db *sql.DB) (n int) {
	rows, err := db.Query("q")
	if err != nil {
		return 0
	}
	defer func() {
		if err := rows.Close(); err != nil {
			log.Print(err)
		}
		if err := rows.Err(); err != nil {
			log.Print(err)
		}
	}()
	for rows.Next() {
		n++
	}
	return n
}

// tidb pull request 35188: asked once, and assigned.
func okAssigned(db *sql.DB) (name string, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	for rows.Next() {
		if err = rows.Scan(&name); err != nil {
			return "", err
		}
	}
	if err = rows.Err(); err != nil {
		return "", err
	}
	return name, nil
}

// errcheck issue 171: every other error ends the program.
func badAllButOne(db *sql.DB) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		log.Fatal(err)
	}
	defer func() {
		if err := rows.Close(); err != nil {
			log.Fatal(err)
		}
	}()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			log.Fatal(err)
		}
		fmt.Println(s)
	}
}

// rill pull request 1540: asked before the loop, where there is nothing to know.
func badBeforeLoop(db *sqlx.DB) (n int, err error) {
	rows, err := db.Queryx("q") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	if err := rows.Err(); err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	return n, nil
}

// PeerDB pull request 1164: a query of no rows, for its columns.
func okSchemaOnly(db *sql.DB) ([]*sql.ColumnType, error) {
	rows, err := db.Query("select * from t limit 0")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return rows.ColumnTypes()
}

// spicedb pull request 2526: pgx tells of a failed statement after the Close.
func badClosedUnasked(ctx context.Context, tx pgx.Tx) (n int, err error) {
	rows, err := tx.Query(ctx, "delete from t returning id") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	rows.Close()
	return n, nil
}

// spicedb pull request 2526, mended.
func okClosedThenAsked(ctx context.Context, tx pgx.Tx) (n int, err error) {
	rows, err := tx.Query(ctx, "delete from t returning id")
	if err != nil {
		return 0, err
	}
	for rows.Next() {
		n++
	}
	rows.Close()
	if rows.Err() != nil {
		return 0, rows.Err()
	}
	return n, nil
}

// spicedb pull request 2555: an unknown function has the rows, and may ask.
func okQueryFunc(ctx context.Context, pool *pgxpool.Pool, each func(context.Context, pgx.Rows) error) error {
	rows, err := pool.Query(ctx, "q")
	if err != nil {
		return err
	}
	defer rows.Close()
	return each(ctx, rows)
}

// spicedb pull request 2555: asking as well does no harm.
func okQueryFuncAsked(ctx context.Context, pool *pgxpool.Pool, each func(context.Context, pgx.Rows) error) error {
	rows, err := pool.Query(ctx, "q")
	if err != nil {
		return err
	}
	defer rows.Close()
	if err := each(ctx, rows); err != nil {
		return err
	}
	return rows.Err()
}

// scan pull request 11: a function of each row, with no question at the end.
func badEachRow(db *sql.DB, each func(string) error) error {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return err
		}
		if err := each(s); err != nil {
			return err
		}
	}
	return nil
}

// anser pull request 20: no document, or no connection.
func badResolveOne(ctx context.Context, c *mongo.Collection, v any) error {
	it, err := c.Find(ctx, nil) // want `\.Err is not asked after the last `
	if err != nil {
		return err
	}
	if !it.Next(ctx) {
		return errors.New("not found")
	}
	return errors.Join(it.Decode(v), it.Close(ctx))
}

// gkit pull request 123: a page that fails to come looks like the last one.
func badStatuses(ctx context.Context, c *mongo.Collection) (states []string, err error) {
	cur, err := c.Find(ctx, nil) // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	defer cur.Close(ctx)
	for cur.Next(ctx) {
		var s struct{ State string }
		if err := cur.Decode(&s); err != nil {
			return nil, err
		}
		states = append(states, s.State)
	}
	return states, nil
}

// golang/go issue 17747: lines out of memory do not fail.
func okLines(text string) (n int) {
	sc := bufio.NewScanner(strings.NewReader(text))
	for sc.Scan() {
		n++
	}
	return n
}

// golang/go issue 17747: lines of a response do.
func badLines(resp *http.Response) (n int) {
	sc := bufio.NewScanner(resp.Body) // want `\.Err is not asked after the last `
	for sc.Scan() {
		n++
	}
	return n
}

// gin issue 2049: a callback scans once each time, and asks.
func okStreamed(resp *http.Response, stream func(func(io.Writer) bool)) {
	sc := bufio.NewScanner(resp.Body)
	stream(func(w io.Writer) bool {
		if sc.Scan() {
			_, _ = w.Write(sc.Bytes())
			return true
		}
		return sc.Err() == nil
	})
}

// go-mssqldb issue 281: each result set is read to its end.
func okResultSets(db *sql.DB) (n int, err error) {
	rows, err := db.Query("exec p")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for {
		for rows.Next() {
			n++
		}
		if !rows.NextResultSet() {
			break
		}
	}
	return n, rows.Err()
}

// go-mssqldb issue 281: in the form of a counting loop.
func okResultSetsPost(db *sql.DB) (n int, err error) {
	rows, err := db.Query("exec p")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for more := true; more; more = rows.NextResultSet() {
		for rows.Next() {
			n++
		}
	}
	return n, rows.Err()
}

// go-mssqldb issue 281: several result sets, no question.
func badResultSets(db *sql.DB) (n int, err error) {
	rows, err := db.Query("exec p") // want `\.Err is not asked after the last `
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for {
		for rows.Next() {
			n++
		}
		if !rows.NextResultSet() {
			break
		}
	}
	return n, nil
}

// go-mssqldb issue 281: asked after each set.
func okResultSetsEach(db *sql.DB) (n int, err error) {
	rows, err := db.Query("exec p")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for {
		for rows.Next() {
			n++
		}
		if err := rows.Err(); err != nil {
			return 0, err
		}
		if !rows.NextResultSet() {
			return n, rows.Err()
		}
	}
}

// sqlc pull request 3631: the iterator gives the error to its consumer at the end.
func okIterator(db *sql.DB) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := db.Query("q")
		if err != nil {
			yield("", err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); !yield(s, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield("", err)
		}
	}
}

// sqlc pull request 3631: the iterator just ends.
func badIterator(db *sql.DB) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := db.Query("q") // want `\.Err is not asked after the last `
		if err != nil {
			yield("", err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); !yield(s, err) {
				return
			}
		}
	}
}

// pgx issue 2080: the query is made before, the loop runs in the iterator.
func badIteratorOver(db *sql.DB) (iter.Seq[string], error) {
	rows, err := db.Query("q") // want `\.Err is not asked after the last `
	if err != nil {
		return nil, err
	}
	return func(yield func(string) bool) {
		defer rows.Close()
		for rows.Next() {
			var s string
			if rows.Scan(&s) != nil || !yield(s) {
				return
			}
		}
	}, nil
}

// xtemplate pull request 70: an iterator that cannot return an error panics with it.
func okIteratorPanics(db *sql.DB) (iter.Seq[string], error) {
	rows, err := db.Query("q")
	if err != nil {
		return nil, err
	}
	return func(yield func(string) bool) {
		defer rows.Close()
		for rows.Next() {
			var s string
			if err := rows.Scan(&s); err != nil {
				panic(err)
			}
			if !yield(s) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			panic(err)
		}
	}, nil
}

// each is lent the rows; whoever has them asks.
func each(rows *sql.Rows) iter.Seq[*sql.Rows] {
	return func(yield func(*sql.Rows) bool) {
		for rows.Next() {
			if !yield(rows) {
				return
			}
		}
	}
}

// pgx issue 2080: the consumer of the iterator asks the rows.
func okRangeThenErr(db *sql.DB) (n int, err error) {
	rows, err := db.Query("q")
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for range each(rows) {
		n++
	}
	return n, rows.Err()
}
