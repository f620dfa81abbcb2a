// Package basic has the plain cases of net/http.
package basic

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"sync"
)

func badFunction(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
	_, _ = w.Write(body)
}

func badFormatted(w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		log.Fatalf("bad id: %v", err) // want `ends the process from a `
	}
	fmt.Fprintln(w, id)
}

func badLine(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode(r.Header); err != nil {
		log.Fatalln("encode:", err) // want `ends the process from a `
	}
}

func badTooLarge(w http.ResponseWriter, r *http.Request) {
	if r.ContentLength > 1<<20 {
		fmt.Fprintln(os.Stderr, "too large")
		os.Exit(1) // want `ends the process from a `
	}
}

type server struct {
	logger *log.Logger
	once   sync.Once
	tmpl   *template.Template
}

func (s *server) badMethod(w http.ResponseWriter, r *http.Request) {
	if err := s.tmpl.Execute(w, r.URL.Path); err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
}

func (s *server) badOwnLogger(w http.ResponseWriter, r *http.Request) {
	if err := s.tmpl.Execute(w, nil); err != nil {
		s.logger.Fatalf("page: %v", err) // want `ends the process from a `
	}
}

type badHandler struct{ path string }

func (h badHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile(h.path)
	if err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
	_, _ = w.Write(data)
}

func badLiteral(mux *http.ServeMux, path string) {
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		data, err := os.ReadFile(path)
		if err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
		_, _ = w.Write(data)
	})
}

func badHandlerFunc(path string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := os.Stat(path); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
	})
}

func badMiddleware(next http.Handler, allow func(*http.Request) error) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if err := allow(r); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
		next.ServeHTTP(w, r)
	})
}

func badDeferred(w http.ResponseWriter, r *http.Request) {
	defer func() {
		if err := r.Body.Close(); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
	}()
	_, _ = io.Copy(w, r.Body)
}

// The first request finds out what main did not.
func (s *server) badOnce(w http.ResponseWriter, r *http.Request) {
	s.once.Do(func() {
		t, err := template.ParseFiles("page.html")
		if err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
		s.tmpl = t
	})
	_ = s.tmpl.Execute(w, nil)
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func badHelper(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("page.html")
	check(err) // want `ends the process from a `
	_, err = w.Write(data)
	check(err) // its first call was reported
}

func load(name string) []byte {
	data, err := os.ReadFile(name)
	check(err)
	return data
}

func badHelperOfHelper(w http.ResponseWriter, r *http.Request) {
	data := load(r.FormValue("name")) // want `ends the process from a `
	_, _ = w.Write(data)
}

func (s *server) render(w io.Writer, v any) {
	if err := s.tmpl.Execute(w, v); err != nil {
		s.logger.Print(err)
		os.Exit(2)
	}
}

func (s *server) badHelperMethod(w http.ResponseWriter, r *http.Request) {
	s.render(w, r.URL.Query()) // want `ends the process from a `
}

// Recover is for panics: an exit does not unwind.
func badRecovers(w http.ResponseWriter, r *http.Request) {
	defer func() { _ = recover() }()
	if err := r.ParseForm(); err != nil {
		log.Fatal(err) // want `ends the process from a `
	}
}

func badInGoroutine(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	go func() {
		if err := os.Remove(name); err != nil {
			log.Fatal(err) // want `ends the process from a `
		}
	}()
}

func remove(name string) {
	if err := os.Remove(name); err != nil {
		log.Fatal(err)
	}
}

func badGoHelper(w http.ResponseWriter, r *http.Request) {
	go remove(r.FormValue("name")) // want `ends the process from a `
	w.WriteHeader(http.StatusAccepted)
}

func okError(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	_, _ = w.Write(body)
}

func okPrints(w http.ResponseWriter, r *http.Request) {
	if _, err := io.Copy(w, r.Body); err != nil {
		log.Print(err)
	}
}

// The server recovers a panic of the handler itself, and only the request is lost.
func okPanics(w http.ResponseWriter, r *http.Request) {
	if r.Body == nil {
		panic("no body")
	}
}

func okLogPanics(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Panic(err)
	}
}

func okAborts(w http.ResponseWriter, r *http.Request) {
	panic(http.ErrAbortHandler)
}

type key struct{}

func okAsserts(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, r.Context().Value(key{}).(string))
}

func okMust(w http.ResponseWriter, r *http.Request) {
	re := regexp.MustCompile(r.FormValue("re")) // panics, for which the server is ready
	fmt.Fprintln(w, re.NumSubexp())
}

func parse(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}

func okHelperPanics(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, parse(r.FormValue("n")))
}

func read(name string) ([]byte, error) {
	if name == "" {
		return nil, errors.New("no name")
	}
	return os.ReadFile(name)
}

func okHelperReturns(w http.ResponseWriter, r *http.Request) {
	data, err := read(r.FormValue("name"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	_, _ = w.Write(data)
}

// subscribe cannot fail.
func subscribe(id string) (chan string, error) {
	if id == "" {
		return make(chan string), nil
	}
	return make(chan string, 1), nil
}

func okNeverFails(w http.ResponseWriter, r *http.Request) {
	ch, err := subscribe(r.FormValue("id"))
	if err != nil {
		log.Fatal(err)
	}
	ch <- "started"
}

// The random source of the system does not fail.
func okRandom(w http.ResponseWriter, r *http.Request) {
	b := make([]byte, 16)
	if _, err := rand.Read(b); err != nil {
		log.Fatal(err)
	}
	if _, err := io.ReadFull(rand.Reader, b); err != nil {
		log.Fatal(err)
	}
	w.Write(b)
}

func badReadFull(w http.ResponseWriter, r *http.Request) {
	b := make([]byte, 16)
	if _, err := io.ReadFull(r.Body, b); err != nil {
		log.Fatal(err) // want `^log.Fatal ends the process from a handler`
	}
	w.Write(b)
}

func mayFail(id string) (chan string, error) {
	if id == "" {
		return nil, errors.New("no id")
	}
	return make(chan string, 1), nil
}

func badMayFail(w http.ResponseWriter, r *http.Request) {
	ch, err := mayFail(r.FormValue("id"))
	if err != nil {
		log.Fatal(err) // want `^log.Fatal ends the process from a handler`
	}
	ch <- "started"
}

func okMarshal(w http.ResponseWriter, r *http.Request) {
	go func() {
		data, err := json.Marshal(map[string]int{"a": 1})
		if err != nil {
			panic(err)
		}
		log.Print(string(data))
	}()
}
