// The command serves with a certificate until it is killed.
package main

import (
	"log"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	mux.Handle("/", http.NotFoundHandler())
	if err := badTLS(mux); err != nil {
		log.Fatal(err)
	}
}

func badTLS(h http.Handler) error {
	return http.ListenAndServeTLS(":8443", "server.crt", "server.key", h) // want `^http\.ListenAndServeTLS serves, and nothing in the program shuts it down`
}
