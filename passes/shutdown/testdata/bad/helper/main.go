// The command serves through a package of its own.
package main

import (
	"log"
	"net/http"

	"shutdown.test/bad/helper/serve"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusNoContent) })
	if err := serve.Start(":8080", mux); err != nil { // want `^serve\.Start serves, and nothing in the program shuts it down`
		log.Fatal(err)
	}
}
