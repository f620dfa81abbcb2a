package basic

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"sync"

	"k8s.io/apimachinery/pkg/util/runtime"
)

func badPanics(w http.ResponseWriter, r *http.Request) {
	n := r.ContentLength
	go func() { // want `^the goroutine started here may panic`
		if n < 0 {
			panic("no length")
		}
		fmt.Println(n)
	}()
}

// A library recovers.
func okRecoveredElsewhere(w http.ResponseWriter, r *http.Request) {
	n := r.ContentLength
	go func() {
		defer runtime.HandleCrash()
		if n < 0 {
			panic("no length")
		}
	}()
}

func badPanicsWithError(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { // want `^the goroutine started here may panic`
		defer wg.Done()
		if err := notify(r.Context()); err != nil {
			panic(err)
		}
	}()
	wg.Wait()
}

func badAsserts(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	go func() { // want `^the goroutine started here may panic`
		user := ctx.Value(key{}).(string)
		log.Print(user)
	}()
}

func notify(ctx context.Context) error {
	if ctx.Err() != nil {
		return errors.New("too late")
	}
	return nil
}

type job struct{ id int }

func (j job) run() {
	if j.id == 0 {
		panic("no id")
	}
}

func badMethodPanics(w http.ResponseWriter, r *http.Request) {
	go job{}.run() // want `^the goroutine started here may panic`
}

func badHelperPanics(w http.ResponseWriter, r *http.Request) {
	s := r.FormValue("n")
	go func() { // want `^the goroutine started here may panic`
		fmt.Println(parse(s))
	}()
}

// The recover is for the handler's own goroutine.
func badRecoverOutside(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if v := recover(); v != nil {
			log.Print(v)
		}
	}()
	go func() { // want `^the goroutine started here may panic`
		panic("not in that goroutine")
	}()
}

func startFor(id int64) {
	go func() { // want `^the goroutine started here may panic`
		if id == 0 {
			panic("no id")
		}
	}()
}

func badStartedByHelper(w http.ResponseWriter, r *http.Request) {
	startFor(r.ContentLength)
	w.WriteHeader(http.StatusAccepted)
}

// Nobody calls recover in a deferred function: it is the deferred function.
func badDeferRecover(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine started here may panic`
		defer recover()
		panic("goes on")
	}()
}

// Recover works in the deferred function itself, not in what that calls.
func badRecoverTooDeep(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine started here may panic`
		defer func() { recoverPanic() }()
		panic("goes on")
	}()
}

func badRecoverTooLate(w http.ResponseWriter, r *http.Request) {
	go func() { // want `^the goroutine started here may panic`
		if r.Body == nil {
			panic("no body")
		}
		defer recoverPanic()
	}()
}

func okRecovers(w http.ResponseWriter, r *http.Request) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
			}
		}()
		panic("recovered")
	}()
}

func recoverPanic() {
	if v := recover(); v != nil {
		log.Print(v)
	}
}

func okRecoverHelper(w http.ResponseWriter, r *http.Request) {
	n := r.ContentLength
	go func() {
		defer recoverPanic()
		if n == 0 {
			panic("empty")
		}
	}()
}

func (s *server) recoverPanic(what string) {
	if v := recover(); v != nil {
		s.logger.Print(what, v)
	}
}

func (s *server) okRecoverMethod(w http.ResponseWriter, r *http.Request) {
	ctx := r.Context()
	go func() {
		defer s.recoverPanic("mail")
		fmt.Println(ctx.Value(key{}).(string))
	}()
}

func safely(f func()) {
	go func() {
		defer recoverPanic()
		f()
	}()
}

func okSafely(w http.ResponseWriter, r *http.Request) {
	safely(func() { panic("recovered") })
}

// Each job has its own recover; the loop around them has nothing that panics.
func okRecoverEach(w http.ResponseWriter, r *http.Request) {
	jobs := make(chan job)
	go func() {
		for j := range jobs {
			func() {
				defer recoverPanic()
				j.run()
			}()
		}
	}()
	jobs <- job{1}
	close(jobs)
}

func okCommaOk(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	go func() {
		user, ok := ctx.Value(key{}).(string)
		if !ok {
			return
		}
		log.Print(user)
	}()
}

func okTypeSwitch(w http.ResponseWriter, r *http.Request) {
	v := r.Context().Value(key{})
	go func() {
		switch v := v.(type) {
		case string:
			log.Print(v)
		case fmt.Stringer:
			log.Print(v.String())
		}
	}()
}

func okReturnsError(w http.ResponseWriter, r *http.Request) {
	errs := make(chan error, 1)
	go func() { errs <- notify(r.Context()) }()
	if err := <-errs; err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
	}
}

// A panic of the handler around it is none of the goroutine.
func okPanicsItself(w http.ResponseWriter, r *http.Request) {
	go func() { _ = notify(context.Background()) }()
	if r.Body == nil {
		panic("no body")
	}
}

// It is there to crash the process.
func panicHandler(w http.ResponseWriter, r *http.Request) {
	panicNow()
}

func panicNow() { log.Fatal("on purpose") }
