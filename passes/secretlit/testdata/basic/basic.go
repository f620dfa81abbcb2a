// Package basic has the plain cases.
package basic

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"net/http"
	"net/smtp"
	"os"
)

// checksumKey is not really a secret: it tells our files from others.
var checksumKey = []byte("files-of-ours")

func okDenied(p []byte) []byte {
	mac := hmac.New(sha256.New, checksumKey)
	mac.Write(p)
	return mac.Sum(nil)
}

// signingKey makes sessions.
var signingKey = []byte("files-of-ours") // want `^the key of hmac.New stands in the source`

func badUndenied(p []byte) []byte {
	mac := hmac.New(sha256.New, signingKey)
	mac.Write(p)
	return mac.Sum(nil)
}

func badKey(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte("s3cr3t-key")) // want `^the key of hmac.New stands in the source`
	mac.Write(p)
	return mac.Sum(nil)
}

var key = []byte("0123456789abcdef") // want `^the key of aes.NewCipher stands in the source`

func badVariable() (cipher.Block, error) { return aes.NewCipher(key) }

const mailPassword = "hunter22" // want `^the password for smtp.PlainAuth stands in the source`

func badMail() smtp.Auth { return smtp.PlainAuth("", "me", mailPassword, "mail.example.com") }

func badBasic(r *http.Request) {
	r.SetBasicAuth("admin", "letmein99") // want `^the password for r.SetBasicAuth stands in the source`
}

func badDSN() (*sql.DB, error) {
	return sql.Open("mysql", "shop:pa55word@tcp(db:3306)/shop") // want `^the connection string of sql.Open stands in the source with its password`
}

func badProvider() string {
	return "ghp_" + "x" + "AKIAQWERTYUIOPASDFGH" // want `^a provider's key stands in the source`
}

func okEnvironment(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte(os.Getenv("KEY")))
	mac.Write(p)
	return mac.Sum(nil)
}

func okParameter(k, p []byte) []byte {
	mac := hmac.New(sha256.New, k)
	mac.Write(p)
	return mac.Sum(nil)
}

func okPlaceholder(r *http.Request) { r.SetBasicAuth("admin", "your-password") }

func okNoPassword() (*sql.DB, error) { return sql.Open("postgres", "host=db dbname=shop") }

func okExampleKey() string { return "AKIAIOSFODNN7EXAMPLE" }

// A protocol that signs with its version hides nothing.
func okVersion(p []byte) []byte {
	mac := hmac.New(sha256.New, []byte("2.19.0"))
	mac.Write(p)
	return mac.Sum(nil)
}
