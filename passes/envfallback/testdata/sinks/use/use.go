// Package use has fallbacks whose names say nothing, and what they are for does.
package use

import (
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"net"
	"net/http"
	"net/smtp"
	"os"
	"strings"

	"envfallback.test/sinks/sign"
)

func getenv(key, def string) string {
	if v := os.Getenv(key); v != "" {
		return v
	}
	return def
}

func badKey(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte(getenv("SITE_ID", "site-1"))) // want `^SITE_ID falls back to a secret in the source, the key of hmac.New: with it unset, every deployment signs or encrypts with the same public key$`
	mac.Write(p)
	return mac.Sum(nil)
}

func badElsewhere() *sign.Signer {
	return sign.New(getenv("SITE_ID", "site-1")) // want `^SITE_ID falls back to a secret in the source, the key of hmac.New`
}

type app struct{ salt, mail, bind string }

func badField() *app {
	a := &app{salt: cmp.Or(os.Getenv("SALT"), "pepper-and-salt")} // want `^SALT falls back to a secret in the source, the key of hmac.New`
	a.mail = getenv("MAIL", "mail-1")                             // want `^MAIL falls back to a secret in the source, the password for smtp.PlainAuth: with it unset, every deployment uses the same public one$`
	a.bind = getenv("REDIS_PROXY", "localhost:7000")              // want `^REDIS_PROXY falls back to a hardcoded listen`
	return a
}

func (a *app) sum(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte(strings.TrimSpace(a.salt)))
	return mac.Sum(p)
}

func (a *app) auth() smtp.Auth { return smtp.PlainAuth("", "shop", a.mail, "mail.example.com") }

func (a *app) serve() (net.Listener, error) { return net.Listen("tcp", a.bind) }

func salt() string {
	if v := os.Getenv("SALTY"); v != "" {
		return v
	}
	return "fixed" // want `^SALTY falls back to a secret in the source, the key of hmac.New`
}

func badResult(p []byte) []byte {
	key := salt()
	return hmac.New(sha256.New, []byte(key)).Sum(p)
}

func badDSN() (*sql.DB, error) {
	dsn := os.Getenv("STORE")
	if dsn == "" {
		dsn = "postgres://shop:shop@db/shop" // want `^STORE falls back to a connection string with a password, for sql.Open: with it unset`
	}
	return sql.Open("postgres", dsn)
}

func badAddress(c *http.Client) (*http.Response, error) {
	return c.Get(getenv("HOST", "http://127.0.0.1:9000") + "/v1/prices") // want `^HOST falls back to an address of this machine or a private network, for c.Get: with it unset`
}

func okUnsetKey(p []byte) []byte {
	key := getenv("SITE_KEY_ID", "none") // want `^SITE_KEY_ID falls back to a hardcoded name`
	return hmac.New(sha256.New, []byte(key)).Sum(p)
}

func okTwoPlaces(p []byte) string {
	name := getenv("SITE_NAME", "shop") // want `^SITE_NAME falls back to a hardcoded name`
	return name
}

var (
	public = getenv("PUBLIC_URL", "http://localhost:8080")  // want `^PUBLIC_URL falls back to an address of this machine: with it unset, links and redirects lead visitors to their own$`
	origin = getenv("CORS_ORIGIN", "http://localhost:3000") // want `^CORS_ORIGIN falls back to an address of this machine: with it unset, links`
)
