// The command shows a report to whoever started it.
package main

import (
	"log"
	"net/http"
)

func main() {
	http.Handle("/", http.FileServer(http.Dir("report")))
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}
