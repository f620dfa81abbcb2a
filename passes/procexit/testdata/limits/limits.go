// Package limits holds known wrong answers.
package limits

import (
	"fmt"
	"net/http"
	"time"
)

// What a channel of any value or a parameter holds is known to those who send.
func FN_assertsEvent(w http.ResponseWriter, r *http.Request) {
	events := make(chan any)
	go func() {
		for e := range events {
			fmt.Println(e.(fmt.Stringer).String())
		}
	}()
	events <- time.Second
	close(events)
}

type job struct{ id int }

func handleJob(v any) { fmt.Println(v.(job).id) }

func FN_functionAsserts(w http.ResponseWriter, r *http.Request) {
	go handleJob(r.Context().Value("job"))
}
