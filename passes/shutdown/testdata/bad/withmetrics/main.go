// The command has metrics on the side, and cuts off its real requests.
package main

import (
	"expvar"
	"log"
	"net/http"
)

func main() {
	metrics := http.NewServeMux()
	metrics.Handle("/debug/vars", expvar.Handler())
	go http.ListenAndServe(":6060", metrics)

	log.Fatal(http.ListenAndServe(":8080", http.NotFoundHandler())) // want `^http\.ListenAndServe serves, and nothing in the program shuts it down`
}
