// Package limits has known wrong answers, each with its reason.
package limits

import "time"

// A timer ends by itself when it fires, so none is reported, however long its
// duration.
func FN_longTimer(done <-chan struct{}) {
	t := time.NewTimer(24 * time.Hour)
	select {
	case <-t.C:
	case <-done:
	}
}
