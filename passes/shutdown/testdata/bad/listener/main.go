// The command serves on a listener of its own.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
)

func main() {
	ln, err := net.Listen("tcp", ":"+os.Getenv("PORT"))
	if err != nil {
		log.Fatal(err)
	}
	log.Print("listening on ", ln.Addr())
	log.Fatal(badServe(ln, http.NotFoundHandler()))
}

func badServe(ln net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h}
	return srv.Serve(ln) // want `^srv\.Serve serves, and nothing in the program shuts it down`
}
