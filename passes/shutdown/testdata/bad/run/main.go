// The command serves in a method of its application.
package main

import (
	"fmt"
	"net/http"
	"os"
)

type app struct {
	srv *http.Server
}

func newApp(addr string) *app {
	return &app{srv: &http.Server{Addr: addr, Handler: http.NotFoundHandler()}}
}

func (a *app) badRun() error {
	fmt.Println("serving on", a.srv.Addr)
	return a.srv.ListenAndServe() // want `^a\.srv\.ListenAndServe serves, and nothing in the program shuts it down`
}

func main() {
	if err := newApp(":8080").badRun(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
