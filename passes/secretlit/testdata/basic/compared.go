package basic

import (
	"crypto/subtle"
	"net/http"
	"os"
)

const adminToken = "a-token-of-ours"

func badHeader(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-API-Key") != "k-123-456" { // want `^what a request has to bring as X-API-Key stands in the source: whoever has the repository or the binary is let in$`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func badConstant(w http.ResponseWriter, r *http.Request) {
	token := r.Header.Get("Authorization")
	if token != "Bearer "+adminToken { // want `^what a request has to bring as Authorization stands in the source`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func badBasicCompared(w http.ResponseWriter, r *http.Request) {
	user, pass, ok := r.BasicAuth()
	if !ok || user != "admin" || subtle.ConstantTimeCompare([]byte(pass), []byte("open-sesame")) != 1 { // want `^what a request has to bring as its password stands in the source`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func badForm(r *http.Request) bool {
	return r.FormValue("password") == "letmein" // want `^what a request has to bring as password stands in the source`
}

func okScheme(r *http.Request) bool {
	return r.Header.Get("Authorization") == "" || r.Header.Get("Authorization") == "Bearer "
}

func okConfigured(r *http.Request) bool {
	return r.Header.Get("X-API-Key") == os.Getenv("API_KEY")
}

func okOtherHeader(r *http.Request) bool {
	return r.Header.Get("Content-Type") == "application/json" || r.URL.Query().Get("sort") == "name"
}

type settings map[string]string

func (s settings) Get(name string) string { return s[name] }

func okSettings(s settings) bool { return s.Get("password") == "prompt" }

func okSwitch(r *http.Request) bool { return r.FormValue("token") == "1" }
