package paths

import "database/sql"

func ping() error { return nil }

func wrapPing() error {
	err := ping()
	return err
}

func wrapTested() error {
	if err := ping(); err != nil {
		return err
	}
	return nil
}

func wrapNamed() (err error) {
	err = wrapPing()
	return
}

// keep writes, hands its failure to the worker, and has none of its own.
func (w *worker) keep(o order) error {
	if err := saveOrder(w.db, o); err != nil {
		w.failed = append(w.failed, err)
	}
	return nil
}

func (w *worker) keepReturned(o order) error { return w.keep(o) }

func (w *worker) keepStored(o order) error {
	err := w.keep(o)
	return err
}

func (w *worker) keepTested(o order) error {
	if err := w.keep(o); err != nil {
		return err
	}
	return nil
}

func (w *worker) keepNamed(o order) (err error) {
	err = w.keepTested(o)
	return
}

func (w *worker) keepUnset(o order) (err error) {
	if serr := saveOrder(w.db, o); serr != nil {
		w.onError(serr)
	}
	return
}

func (w *worker) keepPair(o order) (int, error) {
	if err := w.keep(o); err != nil {
		return 0, err
	}
	return o.ID, nil
}

func (w *worker) keepAll(orders []order) error {
	for _, o := range orders {
		if err := w.keep(o); err != nil {
			return err
		}
	}
	return nil
}

// keepOrPay has an error on one of its paths.
func (w *worker) keepOrPay(o order) error {
	if err := w.keep(o); err != nil {
		return err
	}
	if o.Total == 0 {
		return markPaid(w.db, o.ID)
	}
	return nil
}

func (w *worker) keepOrNamed(o order) (err error) {
	err = w.keep(o)
	if err == nil {
		err = markPaid(w.db, o.ID)
	}
	return
}

func badNeverOneOf(w *worker, o order) {
	w.keepOrPay(o) // want `is dropped: `
}

func noteNeverNamed(w *worker, o order) error {
	_ = w.keepOrNamed(o) // want `is dropped by name: `
	return nil
}

func badNeverNil(db *sql.DB, w *worker, o order) error {
	if err := w.keepOrPay(o); err != nil {
		return nil // want `^nil is returned when`
	}
	return markPaid(db, o.ID)
}

func okNeverPing() {
	ping()
	wrapPing()
	wrapTested()
	_ = wrapNamed()
}

func okNeverReturned(w *worker, o order) { w.keepReturned(o) }

func okNeverStored(w *worker, o order) { w.keepStored(o) }

func okNeverTested(w *worker, o order) { _ = w.keepTested(o) }

func okNeverNamed(w *worker, o order) { w.keepNamed(o) }

func okNeverUnset(w *worker, o order) { w.keepUnset(o) }

func okNeverDeferred(w *worker, o order) { defer w.keepReturned(o) }

func okNeverAll(w *worker, orders []order) { w.keepAll(orders) }

func okNeverPair(w *worker, o order) int {
	id, _ := w.keepPair(o)
	return id
}

func okNeverNil(w *worker, o order) error {
	if err := w.keepTested(o); err != nil {
		return nil
	}
	return nil
}
