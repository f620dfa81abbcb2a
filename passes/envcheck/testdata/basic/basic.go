// Package basic has the plain cases.
package basic

import (
	"crypto/hmac"
	"crypto/sha256"
	"errors"
	"net/http"
	"os"
	"strconv"
	"time"
)

func badDirect(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte(os.Getenv("SIGNING_KEY"))) // want `^SIGNING_KEY becomes the key of hmac.New, and nothing asks whether it is set`
	mac.Write(p)
	return mac.Sum(nil)
}

var packageKey = []byte(os.Getenv("PACKAGE_KEY")) // want `^PACKAGE_KEY becomes the key of hmac.New`

func badPackageVariable(p []byte) []byte {
	mac := hmac.New(sha256.New, packageKey)
	mac.Write(p)
	return mac.Sum(nil)
}

func badLocal(p []byte) []byte {
	key := os.Getenv("LOCAL_KEY") // want `^LOCAL_KEY becomes the key of hmac.New`
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(p)
	return mac.Sum(nil)
}

func okAsked(p []byte) ([]byte, error) {
	key := os.Getenv("ASKED_KEY")
	if key == "" {
		return nil, errors.New("ASKED_KEY is not set")
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(p)
	return mac.Sum(nil), nil
}

var checkedKey = []byte(os.Getenv("CHECKED_KEY"))

func init() {
	if len(checkedKey) < 32 {
		panic("CHECKED_KEY is too short")
	}
}

func okInit(p []byte) []byte {
	mac := hmac.New(sha256.New, checkedKey)
	mac.Write(p)
	return mac.Sum(nil)
}

func okAskedElsewhere(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte(os.Getenv("ELSEWHERE_KEY")))
	mac.Write(p)
	return mac.Sum(nil)
}

func required() error {
	if os.Getenv("ELSEWHERE_KEY") == "" {
		return errors.New("ELSEWHERE_KEY is not set")
	}
	return nil
}

func okLookup(p []byte) ([]byte, bool) {
	key, ok := os.LookupEnv("LOOKUP_KEY")
	if !ok {
		return nil, false
	}
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(p)
	return mac.Sum(nil), true
}

func badAtoi() int {
	n, _ := strconv.Atoi(os.Getenv("WORKERS")) // want `^the error of parsing WORKERS is dropped: a typo in it becomes zero`
	return n
}

func badDuration() time.Duration {
	text := os.Getenv("INTERVAL")
	d, _ := time.ParseDuration(text) // want `^the error of parsing INTERVAL is dropped`
	return d
}

func okZeroMeansDefault() int {
	n, _ := strconv.Atoi(os.Getenv("LIMIT"))
	if n == 0 {
		n = 10
	}
	return n
}

func okParsed() (int, error) { return strconv.Atoi(os.Getenv("PORT")) }

func badFailOpen(w http.ResponseWriter, r *http.Request) {
	key := os.Getenv("API_KEY")
	if key != "" && r.Header.Get("X-API-Key") != key { // want `^the check is off where API_KEY is not set`
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.Write([]byte("ok"))
}

func okFailClosed(w http.ResponseWriter, r *http.Request) {
	key := os.Getenv("ADMIN_TOKEN")
	if key == "" || r.Header.Get("X-Admin") != key {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.Write([]byte("ok"))
}

func okNoSecret(w http.ResponseWriter, r *http.Request) {
	host := os.Getenv("PUBLIC_HOST")
	if host != "" && r.Host != host {
		http.Redirect(w, r, "https://"+host, http.StatusFound)
		return
	}
	w.Write([]byte("ok"))
}
