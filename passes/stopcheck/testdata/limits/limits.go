// Package limits has known wrong answers, each with its reason.
package limits

import "time"

// A timer that is stored goes where its owner may stop it, or not.
type job struct{ timer *time.Timer }

func FN_storedTimer(j *job) {
	j.timer = time.NewTimer(time.Hour)
}
