// Package limits has known wrong answers, each with its reason.
package limits

type worker struct {
	jobs chan int
	done chan struct{}
}

// A channel in a field may have receivers anywhere.
func FN_field(w *worker) {
	w.jobs = make(chan int)
	go func() {
		for range w.jobs {
		}
	}()
}
