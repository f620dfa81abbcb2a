// Package answers holds helpers of handlers.
package answers

import (
	"encoding/json"
	"net/http"
)

// NotFound answers one status.
func NotFound(w http.ResponseWriter, r *http.Request) { // want NotFound:`answers\(404\)`
	w.WriteHeader(http.StatusNotFound)
	if err := json.NewEncoder(w).Encode("not found"); err != nil {
		http.Error(w, "broken", http.StatusInternalServerError)
	}
}

// JSON answers the status that it gets.
func JSON(w http.ResponseWriter, status int, v any) { // want JSON:`answers\(param 1\)`
	setType(w)
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

func setType(w http.ResponseWriter) { w.Header().Set("Content-Type", "application/json") }

// Check answers when it refuses.
func Check(w http.ResponseWriter, r *http.Request) bool {
	if r.Method == "" {
		http.Error(w, "method", http.StatusMethodNotAllowed)
		return false
	}
	return true
}
