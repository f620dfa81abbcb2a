package paths

import (
	"database/sql"
	"errors"
	"fmt"
	"os"
)

func badOverTransfer(tx *sql.Tx, from, to, sum int) error {
	_, err := tx.Exec("update accounts set n = n - ? where id = ?", sum, from) // want `is overwritten before`
	_, err = tx.Exec("update accounts set n = n + ? where id = ?", sum, to)
	return err
}

func badOverBranch(db *sql.DB, o order, paid bool) error {
	err := saveOrder(db, o) // want `is overwritten before`
	if paid {
		err = markPaid(db, o.ID)
	}
	return err
}

func badOverCase(db *sql.DB, o order) error {
	err := saveOrder(db, o) // want `is overwritten before`
	switch {
	case o.Total == 0:
		err = markPaid(db, o.ID)
	case o.Total < 0:
		return errors.Join(err, errors.New("negative total"))
	}
	return err
}

func badOverLoop(db *sql.DB, orders []order) error {
	var err error
	for _, o := range orders {
		err = saveOrder(db, o) // want `is overwritten before`
	}
	return err
}

func badOverBeforeLoop(db *sql.DB, first order, ids []int) error {
	err := saveOrder(db, first) // want `is overwritten before`
	for _, id := range ids {
		if err = markPaid(db, id); err != nil {
			return err
		}
	}
	return err
}

func badOverResult(db *sql.DB, o order) (int64, error) {
	res, err := db.Exec("insert into orders values (?)", o.ID) // want `is overwritten before`
	id, err := res.LastInsertId()
	if err != nil {
		return 0, err
	}
	return id, nil
}

func badOverNamed(path string, data []byte) (err error) {
	err = os.WriteFile(path+".tmp", data, 0o600) // want `is overwritten before`
	err = os.Rename(path+".tmp", path)
	return
}

func badOverWrapped(db *sql.DB, o order) error {
	err := saveOrder(db, o) // want `is overwritten before`
	err = markPaid(db, o.ID)
	if err != nil {
		return fmt.Errorf("order %d: %w", o.ID, err)
	}
	return nil
}

func okOverRead(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if err != nil {
		return err
	}
	err = markPaid(db, o.ID)
	return err
}

func okOverReset(db *sql.DB, o order) error {
	var err error
	err = nil
	err = saveOrder(db, o)
	return err
}

func okOverDeclared(db *sql.DB, o order) (err error) {
	err = errors.New("unreachable")
	err = saveOrder(db, o)
	return err
}

func okOverArms(db *sql.DB, o order, paid bool) error {
	var err error
	if paid {
		err = markPaid(db, o.ID)
	} else {
		err = saveOrder(db, o)
	}
	return err
}

func okOverBreak(db *sql.DB, orders []order) error {
	var err error
	for _, o := range orders {
		err = saveOrder(db, o)
		if err != nil {
			break
		}
	}
	return err
}

func okOverReturn(db *sql.DB, orders []order) error {
	var err error
	for _, o := range orders {
		if err = saveOrder(db, o); err != nil {
			return err
		}
	}
	return err
}

func okOverChain(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if err == nil {
		err = markPaid(db, o.ID)
	}
	return err
}

func okOverJoined(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	err = errors.Join(err, markPaid(db, o.ID))
	return err
}

func okOverAttempts(db *sql.DB, o order) error {
	var err error
	for range 3 {
		err = saveOrder(db, o)
		if err == nil {
			break
		}
	}
	return err
}

func okOverShadow(db *sql.DB, o order) error {
	err := saveOrder(db, o)
	if err := markPaid(db, o.ID); err != nil {
		return err
	}
	return err
}

func annotate(err *error, step string) {
	if *err != nil {
		*err = fmt.Errorf("%s: %w", step, *err)
	}
}

func okOverAddress(db *sql.DB, o order) (err error) {
	defer annotate(&err, "order")
	err = saveOrder(db, o)
	return
}

func okOverSecondTry(db *sql.DB, id int) (order, error) {
	o, err := loadOrder(db, id)
	if o.ID != id {
		o, err = loadOrder(db, id)
	}
	return o, err
}

func step(db *sql.DB, last error, id int) (bool, error) {
	if last != nil {
		return true, last
	}
	return id > 3, markPaid(db, id)
}

func okOverHandedOn(db *sql.DB) error {
	var err error
	for id := 0; ; id++ {
		var done bool
		done, err = step(db, err, id)
		if done {
			break
		}
	}
	return err
}

func parse(s string) (order, error) {
	if s == "" {
		return order{}, errors.New("empty")
	}
	return order{ID: len(s)}, nil
}

func badOverUnread(db *sql.DB, s string) error {
	o, err := parse(s) // want `is overwritten before anybody reads it: if it fails, the code goes on with what it yields`
	err = saveOrder(db, o)
	return err
}

func okOverBlank(db *sql.DB, s string) error {
	o, _ := parse(s)
	return saveOrder(db, o)
}

type upload struct{ Failed bool }

func (u *upload) status() int { return 0 }

func put(db *sql.DB, id int) (*upload, error) {
	_, err := db.Exec("insert into t values (1)", id)
	return &upload{}, err
}

// The answer tells of the failure as well as the error.
func okAskedOtherwise(db *sql.DB, id int) error {
	res, err := put(db, id)
	if res.status() != 200 {
		return fmt.Errorf("status %d", res.status())
	}
	err = markPaid(db, id)
	return err
}

func badAskedForAnother(db *sql.DB, id int) error {
	res, err := put(db, id) // want `is overwritten before`
	if err = markPaid(db, id); err != nil {
		return fmt.Errorf("%d: %w", res.status(), err)
	}
	return nil
}
