// Package jobs calls helpers and holds no context: all is silent.
package jobs

import (
	"log"
	"time"

	"ctxless.test/helpers/remote"
	"ctxless.test/helpers/store"
)

var users = new(store.Users)

func init() {
	if _, err := remote.Rate("eur"); err != nil {
		log.Print(err)
	}
}

func okNightly(r *store.Reports) {
	for range time.Tick(24 * time.Hour) {
		n, err := r.Monthly([]int{1, 2, 3})
		log.Print(n, err)
	}
}

func okStarted(o *store.Orders) {
	go func() {
		for {
			o.Total(1)
			time.Sleep(time.Minute)
		}
	}()
}

func okFunc() (string, error) { return users.Load(1) }

func okStored() func() error {
	return func() error { return users.Rename(1, "x") }
}
