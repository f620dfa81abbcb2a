// Package api has the handlers; what ends the process is in other packages.
package api

import (
	"fmt"
	"net/http"

	"procexit.test/interproc/service"
	"procexit.test/interproc/store"
)

func BadLoad(w http.ResponseWriter, r *http.Request) {
	u := store.Load(r.FormValue("id")) // want `ends the process from a `
	fmt.Fprintln(w, u.Name)
}

func BadName(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, service.Name(r.FormValue("id"))) // want `ends the process from a `
}

func BadCheck(w http.ResponseWriter, r *http.Request) {
	store.Check(r.ParseForm()) // want `ends the process from a `
}

func OKToken(w http.ResponseWriter, r *http.Request) { fmt.Fprintln(w, store.Token()) }

// Server has a cache that main opens.
type Server struct{ Cache *store.Cache }

func (s *Server) BadGet(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, s.Cache.Get(r.FormValue("id")).Name) // want `ends the process from a `
}

func BadLiteral(mux *http.ServeMux) {
	mux.HandleFunc("/load", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, store.Load("root").Name) // its first call was reported
	})
}

func nameOf(r *http.Request) string { return service.Name(r.FormValue("id")) }

func BadLocalHelper(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, nameOf(r)) // want `ends the process from a `
}

func BadWatch(w http.ResponseWriter, r *http.Request) {
	go store.Watch(r.FormValue("id")) // want `^the goroutine started here may panic`
}

// What a parameter of any type holds is known to its callers.
func FN_Convert(w http.ResponseWriter, r *http.Request) {
	v := r.Context().Value("user")
	go func() {
		fmt.Println(store.Convert(v).Name)
	}()
}

func OkFind(w http.ResponseWriter, r *http.Request) {
	name, err := service.FindName(r.FormValue("id"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	fmt.Fprintln(w, name)
}

func OkConvert(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, store.Convert(r.Context().Value("user")).Name) // the server recovers
}

func OkWatchSafely(w http.ResponseWriter, r *http.Request) {
	go store.WatchSafely(r.FormValue("id"))
}

func OkRecover(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	go func() {
		defer store.Recover()
		store.Watch(id)
	}()
}

// The user is loaded once, before the handler is there.
func OkHandler() http.Handler {
	u := store.Load("root")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, u.Name)
	})
}
