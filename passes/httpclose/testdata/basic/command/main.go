// Command command asks once and ends.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

func main() {
	if err := show(os.Args[1]); err != nil {
		log.Fatal(err)
	}
	for _, url := range os.Args[1:] {
		_ = poll(url)
	}
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		resp, err := http.Get("http://backend/") // want `^resp is never closed`
		if err != nil {
			return
		}
		w.WriteHeader(resp.StatusCode)
	})
}

// One connection, until the end of the process.
func show(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	var v any
	return json.NewDecoder(resp.Body).Decode(&v)
}

func poll(url string) error {
	resp, err := http.Get(url) // want `^resp is never closed`
	if err != nil {
		return err
	}
	var v any
	return json.NewDecoder(resp.Body).Decode(&v)
}
