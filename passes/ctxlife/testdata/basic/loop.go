package basic

import (
	"context"
	"database/sql"
	"log"
	"time"
)

func badFor(ctx context.Context, db *sql.DB, n int) error {
	for i := 0; i < n; i++ {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
		if err := db.PingContext(ctx); err != nil {
			return err
		}
	}
	return nil
}

func badRange(ctx context.Context, db *sql.DB, ids []int) {
	for _, id := range ids {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
		db.ExecContext(ctx, "delete from users where id = $1", id)
	}
}

func badForever(ctx context.Context, db *sql.DB) {
	for ctx.Err() == nil {
		one, cancel := context.WithCancel(ctx)
		defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
		db.PingContext(one)
		time.Sleep(time.Second)
	}
}

func badSelectCase(ctx context.Context, db *sql.DB, ids <-chan int) {
	for {
		select {
		case <-ctx.Done():
			return
		case id := <-ids:
			one, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
			db.ExecContext(one, "delete from users where id = $1", id)
		}
	}
}

func badBranch(ctx context.Context, db *sql.DB, ids []int) {
	for _, id := range ids {
		if id > 0 {
			ctx, cancel := context.WithDeadline(ctx, time.Now().Add(time.Second))
			defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
			db.ExecContext(ctx, "delete from users where id = $1", id)
		}
	}
}

func badNested(ctx context.Context, dbs []*sql.DB) {
	for _, db := range dbs {
		for range 3 {
			ctx, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
			db.PingContext(ctx)
		}
	}
}

func badInGoroutine(db *sql.DB) {
	go func() {
		for range time.Tick(time.Minute) {
			ctx, cancel := context.WithTimeout(context.Background(), time.Second)
			defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
			db.PingContext(ctx)
		}
	}()
}

func badLiteralDefer(ctx context.Context, dbs []*sql.DB) {
	for _, db := range dbs {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer func() { cancel() }() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
		db.PingContext(ctx)
	}
}

// It returns from the middle only.
func badRetry(ctx context.Context, db *sql.DB) (err error) {
	for range 3 {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel() // want `^cancel\(\) runs when the function returns, not at the end of the iteration`
		if err = db.PingContext(ctx); err == nil {
			return nil
		}
		log.Print(err)
	}
	return err
}

func okPerIteration(ctx context.Context, db *sql.DB, ids []int) {
	for _, id := range ids {
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		db.ExecContext(ctx, "delete from users where id = $1", id)
		cancel()
	}
}

func okInLiteral(ctx context.Context, db *sql.DB, ids []int) error {
	for _, id := range ids {
		err := func() error {
			ctx, cancel := context.WithTimeout(ctx, time.Second)
			defer cancel()
			_, err := db.ExecContext(ctx, "delete from users where id = $1", id)
			return err
		}()
		if err != nil {
			return err
		}
	}
	return nil
}

func okInGoLiteral(db *sql.DB, ids []int) {
	for _, id := range ids {
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), time.Second)
			defer cancel()
			db.ExecContext(ctx, "delete from users where id = $1", id)
		}()
	}
}

func okInFunction(ctx context.Context, db *sql.DB, ids []int) error {
	for _, id := range ids {
		if err := okRemove(ctx, db, id); err != nil {
			return err
		}
	}
	return nil
}

func okRemove(ctx context.Context, db *sql.DB, id int) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_, err := db.ExecContext(ctx, "delete from users where id = $1", id)
	return err
}

func okAround(ctx context.Context, db *sql.DB, ids []int) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for _, id := range ids {
		db.ExecContext(ctx, "delete from users where id = $1", id)
	}
}

// There is one round only.
func okFirst(ctx context.Context, dbs []*sql.DB) error {
	for _, db := range dbs {
		if db == nil {
			continue
		}
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		return db.PingContext(ctx)
	}
	return nil
}

func okLast(ctx context.Context, db *sql.DB, ids <-chan int) {
	for {
		select {
		case <-ids:
		case <-ctx.Done():
			last, cancel := context.WithTimeout(context.Background(), time.Second)
			defer cancel()
			db.ExecContext(last, "delete from users")
			return
		}
	}
}
