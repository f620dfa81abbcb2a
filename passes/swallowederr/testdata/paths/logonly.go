package paths

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
)

// logger has the shape of a sugared zap or logrus logger.
type logger struct{ out io.Writer }

func (l *logger) Error(msg string, args ...any) { fmt.Fprintln(l.out, msg, args) }
func (l *logger) Warn(msg string, args ...any)  { fmt.Fprintln(l.out, msg, args) }

// chainLogger and event have the shape of zerolog.
type chainLogger struct{ out io.Writer }

type event struct {
	out io.Writer
	err error
}

func (c *chainLogger) Error() *event      { return &event{out: c.out} }
func (e *event) Err(err error) *event     { e.err = err; return e }
func (e *event) Msg(msg string)           { fmt.Fprintln(e.out, msg, e.err) }
func newLogger(out io.Writer) *logger     { return &logger{out} }
func field(name string, err error) string { return name + "=" + err.Error() }

type shop struct {
	db     *sql.DB
	logger *logger
	log    *chainLogger
}

func badLogPrint(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil { // want `that is only logged`
		log.Println(err)
	}
	return nil
}

func badLogSlog(db *sql.DB, id int) error {
	_, err := db.Exec("update orders set paid = true where id = ?", id)
	if err != nil { // want `that is only logged`
		slog.Error("mark paid", "id", id, "err", err)
	}
	return nil
}

func (s *shop) badLogField(o order) error {
	if err := saveOrder(s.db, o); err != nil { // want `that is only logged`
		s.logger.Error("save order", field("err", err))
	}
	return nil
}

func (s *shop) badLogChain(o order) error {
	if err := saveOrder(s.db, o); err != nil { // want `that is only logged`
		s.log.Error().Err(err).Msg("save order")
	}
	return nil
}

func badLogNamed(db *sql.DB, o order) error {
	journal := newLogger(os.Stderr)
	err := saveOrder(db, o)
	if err != nil { // want `that is only logged`
		journal.Warn("save order", err)
	}
	return nil
}

func badLogStderr(path string, data []byte) error {
	if err := os.WriteFile(path, data, 0o600); err != nil { // want `that is only logged`
		fmt.Fprintf(os.Stderr, "write %s: %v\n", path, err)
	}
	return nil
}

func badLogElse(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err == nil { // want `that is only logged`
		slog.Info("stored", "id", o.ID)
	} else {
		slog.Warn("not stored", "id", o.ID, "err", err)
	}
	return nil
}

func badLogGoesOn(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil { // want `that is only logged`
		log.Printf("order %d: %v", o.ID, err)
	}
	if err := markPaid(db, o.ID); err != nil {
		return err
	}
	return nil
}

func badLogClosure(db *sql.DB, orders []order) error {
	var g group
	for _, o := range orders {
		g.Go(func() error {
			if err := saveOrder(db, o); err != nil { // want `that is only logged`
				log.Print(err)
			}
			return nil
		})
	}
	return g.Wait()
}

func okLogReturned(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil {
		log.Print(err)
		return err
	}
	return nil
}

func okLogOther(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil {
		slog.Error("save order", "err", err)
		return errors.New("the order was not stored")
	}
	return nil
}

func noteLogVoid(db *sql.DB, o order) {
	if err := saveOrder(db, o); err != nil { // want `that is only logged`
		log.Printf("order %d: %v", o.ID, err) // there is nobody else to tell
	}
}

func okLogExit(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil {
		log.Print(err)
		os.Exit(1)
	}
	return nil
}

func okLogFatal(db *sql.DB, o order) error {
	if err := saveOrder(db, o); err != nil {
		log.Fatalf("order %d: %v", o.ID, err)
	}
	return nil
}

func okLogFlag(db *sql.DB, o order) error {
	failed := false
	if err := saveOrder(db, o); err != nil {
		log.Print(err)
		failed = true
	}
	if err := markPaid(db, o.ID); err != nil {
		return err
	}
	if failed {
		return errors.New("the order was not stored")
	}
	return nil
}

func okLogSpare(path, spare string, data []byte) error {
	if err := os.WriteFile(path, data, 0o600); err != nil {
		log.Printf("%v, writing to %s", err, spare)
		return os.WriteFile(spare, data, 0o600)
	}
	return nil
}

func okLogDefaults(path string) (config, error) {
	cfg, err := readConfig(path)
	if err != nil {
		log.Printf("%v, using the defaults", err)
		cfg = defaults
	}
	return cfg, nil
}
