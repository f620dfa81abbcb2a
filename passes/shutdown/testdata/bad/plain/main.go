// The command serves files until it is killed.
package main

import (
	"log"
	"net/http"
)

func main() {
	http.Handle("/", http.FileServer(http.Dir("public")))
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `^http\.ListenAndServe serves, and nothing in the program shuts it down`
}
