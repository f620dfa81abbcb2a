package paths

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"net/http"
	"path/filepath"

	"github.com/gin-gonic/gin"
)

// answerOrGo answers with the error, if there is one.
func answerOrGo(c *gin.Context, code int, err error) (ok bool) {
	if err != nil {
		c.AbortWithError(code, err)
	}
	return err == nil
}

func with(c *gin.Context, f func(id int)) { f(1) }

func okHelperAnswers(c *gin.Context, db *sql.DB) {
	with(c, func(id int) {
		_, err := db.Exec("update t set a = 1 where id = $1", id)
		if ok := answerOrGo(c, 500, err); !ok {
			return
		}
		c.JSON(200, id)
	})
}

func okCallerGone(ctx context.Context, db *sql.DB) error {
	if _, err := db.Exec("delete from t"); err != nil {
		if ctx.Err() != nil {
			return nil
		}
		return fmt.Errorf("delete: %w", err)
	}
	return nil
}

func okFailsAnyhow(db *sql.DB, kind string) error {
	if kind == "" {
		db.Exec("update t set failed = true")
		return errors.New("no kind")
	}
	return nil
}

// okContract is best effort.
func okContract(db *sql.DB) {
	// It is only a hint.
	db.Exec("update t set hint = 1")
}

// okContract2 always answers, regardless of errors.
func okContract2(db *sql.DB) {
	db.Exec("update t set hint = 1")
}

func okTidiesUp(db *sql.DB, put func() error) (err error) {
	failed := true
	defer func() {
		if failed {
			db.Exec("delete from t where half = true")
		}
	}()
	if err := put(); err != nil {
		return err
	}
	failed = false
	return nil
}

// A directive for another check is no reason for this one.
func badOtherDirective(db *sql.DB) {
	//prodvet:ignore ctxless the caller has no context
	db.Exec("insert into t values (1)") // want `is dropped: `
}

// The words of a directive count for it only, but a comment counts as before.
func okDirective(db *sql.DB) {
	//prodvet:ignore swallowederr the row is a hint
	db.Exec("insert into t values (1)")
}

// Who told a linter that asks the same has said it.
func okToldErrcheck(db *sql.DB) {
	db.Exec("insert into t values (1)") //nolint:errcheck
	db.Exec("insert into t values (2)") // nolint:gosec,errcheck // the row is a hint
}

type deleteAnswer interface{ visit() }

type Delete200JSONResponse struct{}

type Delete400JSONResponse struct{ Message string }

func (Delete200JSONResponse) visit() {}
func (Delete400JSONResponse) visit() {}

// Generated servers return what they answer beside a nil error.
func okTypedAnswer(ctx context.Context, db *sql.DB, name string) (deleteAnswer, error) {
	if _, err := db.ExecContext(ctx, "delete from t where name = $1", name); err != nil {
		return Delete400JSONResponse{"not deleted"}, nil
	}
	return Delete200JSONResponse{}, nil
}

func badTypedAnswer(ctx context.Context, db *sql.DB, name string) (deleteAnswer, error) {
	if _, err := db.ExecContext(ctx, "delete from t where name = $1", name); err != nil {
		return nil, nil // want `nil is returned when db.ExecContext fails`
	}
	return Delete200JSONResponse{}, nil
}

// The function fails with another error.
func okOtherError(db *sql.DB, item string) error {
	res, err := db.Exec("insert into t values ($1)", item)
	if res == nil {
		err = errors.New("nothing was stored")
	}
	return err
}

// Whether there is one decides between two ways.
func okEitherWay(db *sql.DB, items []int) error {
	for _, item := range items {
		id := 0
		if err := db.QueryRow("select id from t where item = $1", item).Scan(&id); err == nil {
			if id > 100 {
				return errors.New("too late")
			}
		} else {
			item = -item
		}
		if _, err := db.Exec("insert into t values ($1)", item); err != nil {
			return err
		}
	}
	return nil
}

// The answer is written at the end, on every path.
func okDeferredAnswer(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	ids := []string{}
	defer func() { json.NewEncoder(w).Encode(ids) }()
	rows, err := db.QueryContext(r.Context(), "select id from t")
	if err != nil {
		return
	}
	defer rows.Close()
	for rows.Next() {
		ids = append(ids, "x")
	}
}

// With a defer the results are variables.
func okTypedAnswerDeferred(ctx context.Context, db *sql.DB, name string) (deleteAnswer, error) {
	defer fmt.Println("done")
	if _, err := db.ExecContext(ctx, "delete from t where name = $1", name); err != nil {
		return &Delete400JSONResponse{"not deleted"}, nil
	}
	return Delete200JSONResponse{}, nil
}

func fetch(db *sql.DB, id int) ([]byte, error) {
	var data []byte
	err := db.QueryRow("select data from t where id = $1", id).Scan(&data)
	return data, err
}

// Nothing cannot be decoded.
func okDecoded(db *sql.DB, id int) (v map[string]int, err error) {
	data, err := fetch(db, id)
	err = json.Unmarshal(data, &v)
	return v, err
}

func badUsed(db *sql.DB, id int) (n int, err error) {
	data, err := fetch(db, id) // want `the error of fetch is overwritten before anybody reads it`
	n, err = len(data), db.Ping()
	return n, err
}

// That there is one is the mistake; else the write tells.
func okProbe(db *sql.DB, names []string) error {
	for _, name := range names {
		var id int
		if err := db.QueryRow("select id from t where name = $1", name).Scan(&id); err == nil {
			return errors.New("there is one")
		}
		if _, err := db.Exec("insert into t values ($1)", name); err != nil {
			return err
		}
	}
	return nil
}

// The comment stands above the first of the two branches.
func okToldAbove(w http.ResponseWriter, r *http.Request, db *sql.DB, fatal bool) {
	err := db.Ping()
	// If the copy cannot be kept, just log it and continue on with the request.
	if err != nil && fatal {
		fmt.Println(err)
	} else if _, err := db.Exec("insert into copies values (1)"); err != nil {
		fmt.Println(err)
	}
	json.NewEncoder(w).Encode("done")
}

// In a walk, nil means to go on with the next file, and the log names this one.
func okWalk(db *sql.DB, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if _, err := db.Exec("insert into files values (?)", path); err != nil {
			log.Printf("cannot keep %s: %v", path, err)
			return nil
		}
		return err
	})
}

func badWalk(db *sql.DB, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if _, err := db.Exec("insert into files values (?)", path); err != nil {
			return nil // want `^nil is returned when db.Exec fails: the write is lost and the caller sees success$`
		}
		return err
	})
}
