// The command serves and is never shut down.
package main

import "net/http"

func main() {
	go okLocal()
	badServe()
}

func badServe() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {})
	_ = http.ListenAndServe(":8080", nil) // want `^http.ListenAndServe serves, and nothing in the program shuts it down`
}

// A server for the machine itself.
func okLocal() { _ = http.ListenAndServe("localhost:6060", nil) }
