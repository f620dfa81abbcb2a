// The command is an example that serves a greeting.
package main

import (
	"fmt"
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintln(w, "hello")
	})
	log.Println("open http://localhost:8080")
	log.Fatal(http.ListenAndServe(":8080", nil)) // want `^http\.ListenAndServe serves without a read timeout`
}
