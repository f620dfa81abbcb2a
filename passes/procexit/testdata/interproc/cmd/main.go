// The command uses the helpers while it starts.
package main

import (
	"log"
	"net/http"

	"procexit.test/interproc/api"
	"procexit.test/interproc/service"
	"procexit.test/interproc/store"
)

var root = store.Load("root")

func main() {
	log.Print(service.Name("root"), root.Name)
	s := &api.Server{Cache: store.Open()}
	store.Check(setup(s))
	go store.Watch("root")
	store.Check(http.ListenAndServe(":8080", nil))
}

func setup(s *api.Server) error {
	http.HandleFunc("/get", s.BadGet)
	http.HandleFunc("/load", api.BadLoad)
	http.Handle("/root", api.OkHandler())
	log.Print(s.Cache.Get("root"))
	return nil
}
