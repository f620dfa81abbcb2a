// Package open has checks that an unset variable turns off.
package open

import (
	"crypto/subtle"
	"crypto/tls"
	"errors"
	"net/http"
	"os"
)

var (
	apiKey  = os.Getenv("API_KEY")
	hookKey = os.Getenv("HOOK_SECRET")
	env     = os.Getenv("APP_ENV")
)

func badMiddleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if apiKey == "" { // want `^the check is off where API_KEY is not set`
			next.ServeHTTP(w, r)
			return
		}
		if r.Header.Get("X-API-Key") != apiKey {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func badWrap(next http.Handler) http.Handler {
	secret := os.Getenv("ADMIN_SECRET")
	if secret == "" { // want `^the check is off where ADMIN_SECRET is not set`
		return next
	}
	return next
}

func badVerify(body []byte, signature string) error {
	if hookKey == "" { // want `^the check is off where HOOK_SECRET is not set`
		return nil
	}
	return errors.New("wrong signature")
}

func okRefuse(next http.Handler) http.Handler {
	secret := os.Getenv("OTHER_SECRET")
	if secret == "" {
		return http.NotFoundHandler()
	}
	return next
}

// Nothing is decided here.
func okFeature() error {
	token := os.Getenv("SLACK_TOKEN")
	if token == "" {
		return nil // no notifications
	}
	return errors.New("not yet")
}

func badCompare(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Token") != os.Getenv("METRICS_TOKEN") { // want `^METRICS_TOKEN is what a request has to bring, and nothing asks whether it is set: without it, the empty value is let in$`
		w.WriteHeader(http.StatusUnauthorized)
	}
}

var pushToken = os.Getenv("PUSH_TOKEN")

func badConstantTime(got string) bool {
	return subtle.ConstantTimeCompare([]byte(got), []byte(pushToken)) == 1 // want `^PUSH_TOKEN is what a request has to bring`
}

var checkedToken = os.Getenv("CHECKED_TOKEN")

func okCompare(got string) bool {
	return checkedToken != "" && got == checkedToken
}

func badProduction(c *tls.Config) {
	if env != "production" { // want `^certificates are not verified unless APP_ENV says "production": a deployment that forgets it is open$`
		c.InsecureSkipVerify = true
	}
}

func badExpression() *tls.Config {
	return &tls.Config{InsecureSkipVerify: os.Getenv("GO_ENV") != "prod"} // want `^certificates are not verified unless GO_ENV says "prod"`
}

func badUnchecked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if os.Getenv("ENV") != "production" { // want `^requests are not checked unless ENV says "production"`
			next.ServeHTTP(w, r)
			return
		}
		w.WriteHeader(http.StatusForbidden)
	})
}

func okDevelopment(c *tls.Config) {
	if os.Getenv("APP_ENV") == "development" {
		c.InsecureSkipVerify = true // somebody has to ask for it
	}
}

func okLog() string {
	if env != "production" {
		return "debug"
	}
	return "info"
}

func noteLate(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(os.Getenv("GREETING"))) // want `^GREETING is looked up while a request is served: if it is missing, the process starts and the request fails$`
}

// The function above it says nothing of a variable.
var okAfterVerify = func() error {
	if hookKey == "" {
		return nil
	}
	return errors.New("not yet")
}
